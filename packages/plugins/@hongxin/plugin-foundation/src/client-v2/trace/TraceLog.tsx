import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useRequest } from 'ahooks';
import { Button, Space, Table, Tag, Typography } from 'antd';
import React from 'react';
import { ReasonList } from '../components/ReasonList';
import { type Translate } from '../tools/texts';
import { useTools } from '../tools/tools';
import { reasonsOf, requestFailure, type RequestReason } from '../requests/errors';
import {
  downloadTrace,
  fetchTrace,
  fetchTraceOptions,
  verifyTrace,
  type TraceFilter,
  type TraceLine,
  type TraceVerification,
} from '../requests/trace';
import { momentText } from '../view/moment-text';
import { saveFile } from '../view/save-file';
import { TraceFilterBar } from './TraceFilterBar';
import { VerificationResult } from './VerificationResult';

const PAGE_SIZE = 20;

/** What else an event may keep. */
const DETAILS: Readonly<Record<string, string>> = {
  rows: '行数',
  filter: '筛选条件',
  of: '所属表',
  role: '角色',
  network: '来源网段',
  by: '锁定对象',
  minutes: '分钟',
  notice: '告知书',
  version: '版本',
  about: '涉及数据表',
  record: '涉及记录',
  months: '保存期限（月）',
  kind: '类别',
  format: '格式',
};

/** 办理记录: who did what, when and to which record; with the check that nobody has changed the log. */
export function TraceLog() {
  const tools = useTools();
  const { t } = tools;
  const [filter, setFilter] = React.useState<TraceFilter>({});
  const [page, setPage] = React.useState(1);
  const [verification, setVerification] = React.useState<TraceVerification>();
  const [busy, setBusy] = React.useState<'verify' | 'export'>();
  const [problems, setProblems] = React.useState<RequestReason[]>([]);
  const shownBelow = { onError: () => undefined };
  const options = useRequest(() => fetchTraceOptions(tools), shownBelow);
  const lines = useRequest(() => fetchTrace(tools, filter, page, PAGE_SIZE), {
    refreshDeps: [filter, page],
    ...shownBelow,
  });

  const attempt = async (what: 'verify' | 'export', work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    try {
      await work();
      setProblems([]);
    } catch (error) {
      setProblems(requestFailure(error).reasons);
    } finally {
      setBusy(undefined);
    }
  };
  const verify = () => attempt('verify', async () => setVerification(await verifyTrace(tools)));
  const download = () =>
    attempt('export', async () => saveFile(await downloadTrace(tools, filter), `${t('办理记录')}.xlsx`));

  return (
    <div>
      <div style={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 8 }}>
        <TraceFilterBar
          t={t}
          options={options.data}
          onSearch={(next) => {
            setFilter(next);
            setPage(1);
          }}
        />
        <Space style={{ marginBottom: 12 }}>
          <Button icon={<SafetyCertificateOutlined />} loading={busy === 'verify'} onClick={() => void verify()}>
            {t('核验完整性')}
          </Button>
          <Button icon={<DownloadOutlined />} loading={busy === 'export'} onClick={() => void download()}>
            {t('导出')}
          </Button>
        </Space>
      </div>
      <ReasonList
        title={t('没有完成')}
        reasons={[...problems, ...reasonsOf(lines.error), ...reasonsOf(options.error)]}
      />
      {verification && <VerificationResult t={t} result={verification} />}
      <Table<TraceLine>
        rowKey="id"
        size="middle"
        loading={lines.loading}
        dataSource={lines.data?.rows}
        scroll={{ x: 900 }}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: lines.data?.count ?? 0,
          showSizeChanger: false,
          showTotal: (count) => t('共{{count}}条', { count }),
          onChange: setPage,
        }}
        columns={[
          { title: t('时间'), dataIndex: 'at', width: 150, render: (at: string) => momentText(at) },
          {
            title: t('操作人'),
            dataIndex: 'actorName',
            width: 110,
            render: (name: string | null) => name ?? t('系统'),
          },
          { title: t('操作'), dataIndex: 'label', width: 130, render: (label: string) => <Tag>{label}</Tag> },
          {
            title: t('对象'),
            width: 190,
            render: (_: unknown, { collectionTitle, recordId }) => (
              <>
                <div>{collectionTitle}</div>
                <Typography.Text
                  type="secondary"
                  style={{ fontSize: 12 }}
                  copyable={recordId !== '*' && { text: recordId }}
                >
                  {recordId === '*' ? t('多条记录') : recordId}
                </Typography.Text>
              </>
            ),
          },
          {
            title: t('状态变化'),
            width: 150,
            render: (_: unknown, { from, to }) => (to === null ? '—' : from === null ? to : `${from} → ${to}`),
          },
          { title: t('意见、字段'), render: (_: unknown, line) => <Remarks line={line} t={t} /> },
        ]}
      />
    </div>
  );
}

/** What was said, and which fields and figures were kept. */
function Remarks({ line: { opinion, fields, details }, t }: { line: TraceLine; t: Translate }) {
  const rest = Object.entries(details)
    .filter(([name]) => name !== 'asAdministrator')
    .map(
      ([name, value]) =>
        `${t(DETAILS[name] ?? name)}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
    );
  const kept = [...(fields.length > 0 ? [t('字段：{{fields}}', { fields: fields.join('、') })] : []), ...rest];
  return (
    <>
      {opinion && <div style={{ whiteSpace: 'pre-wrap' }}>{opinion}</div>}
      {kept.length > 0 && (
        <Typography.Paragraph
          type="secondary"
          ellipsis={{ rows: 2, expandable: true, symbol: t('更多') }}
          style={{ fontSize: 12, marginBottom: 0 }}
        >
          {kept.join(' · ')}
        </Typography.Paragraph>
      )}
    </>
  );
}
