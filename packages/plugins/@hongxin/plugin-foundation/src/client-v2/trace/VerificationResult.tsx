import { Alert, Table } from 'antd';
import React from 'react';
import { type Translate } from '../tools/texts';
import { type TraceVerification } from '../requests/trace';
import { momentText } from '../view/moment-text';

const KINDS: Readonly<Record<string, string>> = {
  altered: '内容被改动',
  removed: '记录被删除',
  inserted: '不是由系统写入',
  chain: '链条被破坏',
  truncated: '末尾记录缺失',
  heads: '整条链缺失或被换成旧的',
  unknownKey: '缺少核验密钥',
  mismatch: '与留存的链尾不符',
};

/** Whether the log is as it was written, and where it is not. */
export function VerificationResult({ t, result }: { t: Translate; result: TraceVerification }) {
  const { ok, events, waiting, chains, checkedAt, problemCount, problems } = result;
  const count = Object.keys(chains).length;
  const summary = ok
    ? t('核验通过：{{events}}条记录、{{count}}条链完整，无改动、删除或插入', { events, count })
    : t('核验未通过：发现{{count}}处异常，请保留现场并联系信息安全负责人', { count: problemCount });
  const more = waiting > 0 ? t('另有{{waiting}}条刚写入的记录等待入链', { waiting }) : '';
  return (
    <div style={{ marginBottom: 16 }}>
      <Alert
        type={ok ? 'success' : 'error'}
        showIcon
        message={summary}
        description={[t('核验时间：{{at}}', { at: momentText(checkedAt) }), more].filter(Boolean).join(' · ')}
      />
      {!ok && (
        <Table
          size="small"
          rowKey={(problem) => `${problem.kind}/${problem.collectionName}/${problem.eventId}/${problem.sequence}`}
          dataSource={problems}
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          columns={[
            { title: t('异常'), dataIndex: 'kind', render: (kind: string) => t(KINDS[kind] ?? kind) },
            { title: t('数据表'), dataIndex: 'collectionName' },
            { title: t('事件编号'), dataIndex: 'eventId' },
            { title: t('链中序号'), dataIndex: 'sequence' },
          ]}
        />
      )}
    </div>
  );
}
