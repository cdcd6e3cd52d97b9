import { DownloadOutlined } from '@ant-design/icons';
import { useRequest } from 'ahooks';
import { App, Button, Card, Descriptions, Empty, Modal, Skeleton, Tabs } from 'antd';
import React from 'react';
import { ReasonList } from '../components/ReasonList';
import { type Translate } from '../tools/texts';
import { useTools } from '../tools/tools';
import { reasonsOf, requestFailure, type RequestReason } from '../requests/errors';
import {
  downloadMyData,
  fetchLooks,
  fetchMyData,
  makeRequest,
  withdrawConsent,
  withdrawRequest,
  type MyData as Data,
  type MyDataRecord,
} from '../requests/my-data';
import { saveFile } from '../view/save-file';
import { Consents } from './Consents';
import { Looks } from './Looks';
import { RecordCard } from './RecordCard';
import { RequestForm } from './RequestForm';
import { Requests } from './Requests';

interface Asking {
  kind: 'correction' | 'deletion';
  collection: string;
  record: MyDataRecord;
}

const ACCOUNT_TITLES: Readonly<Record<string, string>> = {
  nickname: '姓名',
  username: '用户名',
  email: '邮箱',
  phone: '手机号',
};

/** 我的数据: what is kept about me, who has looked, what I have consented to and asked for; to take away, or to put right. */
export function MyData() {
  const tools = useTools();
  const { t } = tools;
  const { message } = App.useApp();
  const shownBelow = { onError: () => undefined };
  const mine = useRequest(() => fetchMyData(tools), shownBelow);
  const looks = useRequest(() => fetchLooks(tools), shownBelow);
  const [asking, setAsking] = React.useState<Asking>();
  const [problems, setProblems] = React.useState<RequestReason[]>([]);

  const act = async (work: () => Promise<void>, done: string): Promise<void> => {
    try {
      await work();
      setProblems([]);
      void message.success(done);
      mine.refresh();
    } catch (error) {
      setProblems(requestFailure(error).reasons);
    }
  };
  const download = (format: 'json' | 'xlsx') =>
    act(async () => saveFile(await downloadMyData(tools, format), `${t('我的数据')}.${format}`), t('已导出'));

  if (!mine.data && mine.loading) return <Skeleton active />;
  return (
    <>
      <ReasonList title={t('没有完成')} reasons={[...problems, ...reasonsOf(mine.error), ...reasonsOf(looks.error)]} />
      {mine.data && (
        <Tabs
          items={[
            {
              key: 'data',
              label: t('我的信息'),
              children: (
                <Sections
                  t={t}
                  data={mine.data}
                  onAsk={(next) => setAsking(next)}
                  onDownload={(format) => void download(format)}
                />
              ),
            },
            { key: 'looks', label: t('谁看过'), children: <Looks t={t} looks={looks.data ?? []} /> },
            {
              key: 'consents',
              label: t('我的同意'),
              children: (
                <Consents
                  t={t}
                  consents={mine.data.consents}
                  onWithdraw={(id) => void act(() => withdrawConsent(tools, id), t('已撤回'))}
                />
              ),
            },
            {
              key: 'requests',
              label: t('我的请求'),
              children: (
                <Requests
                  t={t}
                  requests={mine.data.requests}
                  onWithdraw={(id) => void act(() => withdrawRequest(tools, id), t('已撤回'))}
                />
              ),
            },
          ]}
        />
      )}
      <Modal
        open={asking !== undefined}
        title={asking?.kind === 'deletion' ? t('申请删除') : t('申请更正')}
        footer={null}
        destroyOnClose
        onCancel={() => setAsking(undefined)}
      >
        {asking && (
          <RequestForm
            t={t}
            kind={asking.kind}
            items={asking.record.items}
            onCancel={() => setAsking(undefined)}
            send={async (values) => {
              const { kind, collection, record } = asking;
              await makeRequest(tools, { kind, collection, recordId: record.id, ...values });
              setAsking(undefined);
              void message.success(t('已提交，可在“我的请求”中查看办理结果'));
              mine.refresh();
            }}
          />
        )}
      </Modal>
    </>
  );
}

interface SectionsProps {
  t: Translate;
  data: Data;
  onAsk(asking: Asking): void;
  onDownload(format: 'json' | 'xlsx'): void;
}

function Sections({ t, data: { account, sections }, onAsk, onDownload }: SectionsProps) {
  const known = Object.entries(account).filter(([, value]) => value);
  return (
    <>
      <Card
        size="small"
        title={t('账号')}
        style={{ marginBottom: 12 }}
        extra={
          <div style={{ display: 'flex', gap: 8 }}>
            <Button icon={<DownloadOutlined />} onClick={() => onDownload('xlsx')}>
              Excel
            </Button>
            <Button icon={<DownloadOutlined />} onClick={() => onDownload('json')}>
              JSON
            </Button>
          </div>
        }
      >
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 2 }}
          items={known.map(([name, value]) => ({ key: name, label: t(ACCOUNT_TITLES[name] ?? name), children: value }))}
        />
      </Card>
      {sections.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('除账号外，没有保存关于您的个人信息')} />
      )}
      {sections.flatMap(({ collection, title, records }) =>
        records.map((record) => (
          <RecordCard
            key={`${collection}/${record.id}`}
            t={t}
            title={title}
            record={record}
            onAsk={(kind) => onAsk({ kind, collection, record })}
          />
        )),
      )}
    </>
  );
}
