import { PrinterOutlined } from '@ant-design/icons';
import {
  labelText,
  loadProcess,
  onMoved,
  ReasonList,
  requestFailure,
  stateOf,
  type Language,
  type PublicProcess,
  type Translate,
} from '@hongxin/plugin-foundation/client-v2';
import { type APIClientLike } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { Alert, Button, Empty, Skeleton, Space } from 'antd';
import React from 'react';
import { createPortal } from 'react-dom';
import { MEMBER_REGISTRATIONS } from '../constants';
import { type RegistrationReceipt } from '../requests/receipts';
import { ReceiptSheet } from './ReceiptSheet';
import { RECEIPT_STYLE } from './receipt-style';

export interface RegistrationReceiptCardProps {
  api: APIClientLike;
  language: Language;
  t: Translate;
  /** Reads the registration; undefined when there is none. */
  load(): Promise<RegistrationReceipt | undefined>;
  /** What the registration depends on, e.g. the record of a popup. */
  of: string | number | undefined;
}

/** The receipt of a registration, or where the registration stands as long as there is none. */
export function RegistrationReceiptCard({ api, language, t, load, of }: RegistrationReceiptCardProps) {
  const read = async () => {
    const [receipt, process] = await Promise.all([load(), loadProcess(api, MEMBER_REGISTRATIONS)]);
    return { receipt, process };
  };
  const { data, error, refresh } = useRequest(read, { refreshDeps: [of] });
  const id = data?.receipt?.id;
  React.useEffect(() => (id === undefined ? undefined : onMoved(MEMBER_REGISTRATIONS, id, refresh)), [id, refresh]);
  if (error) return <ReasonList title={t('没有读到报到信息')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active paragraph={{ rows: 4 }} />;
  const { receipt, process } = data;
  if (!receipt) return <Empty description={t('您还没有报到，请到“报到登记”填写。')} />;
  const label = stateLabel(process, receipt.state, language);
  if (!receipt.receiptNumber) return <Waiting state={receipt.state} label={label} t={t} />;
  const hasLeft = receipt.state === 'transferred' || receipt.state === 'cancelled';
  return (
    <Space direction="vertical" size={12} style={{ width: '100%' }}>
      <style>{RECEIPT_STYLE}</style>
      {hasLeft && <Alert type="info" showIcon message={t('该报到现为“{{state}}”，回执仅供查阅。', { state: label })} />}
      <ReceiptSheet receipt={receipt} t={t} />
      {!hasLeft && <PrintButton receipt={receipt} t={t} />}
    </Space>
  );
}

const HINTS: Readonly<Record<string, string>> = {
  draft: '草稿还没有提交，核对后请点“办理”提交。',
  submitted: '已提交，等待单位确认和社区接收。',
  unitConfirmed: '单位已确认，等待社区接收。',
  returned: '报到被退回，请按意见修改后重新提交。',
  cancelled: '报到已注销，需要时请重新登记。',
};

function Waiting({ state, label, t }: { state: string; label: string; t: Translate }) {
  const type = state === 'returned' ? 'warning' : 'info';
  return (
    <Alert type={type} showIcon message={label} description={t(HINTS[state] ?? '社区接收后，回执会显示在这里。')} />
  );
}

/** Prints the sheet alone: it is copied next to the page for as long as the print dialog is open. */
function PrintButton({ receipt, t }: { receipt: RegistrationReceipt; t: Translate }) {
  const [isPrinting, setPrinting] = React.useState(false);
  React.useEffect(() => {
    if (!isPrinting) return undefined;
    const done = (): void => setPrinting(false);
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [isPrinting]);
  const copy = (
    <div className="hx-print">
      <ReceiptSheet receipt={receipt} t={t} />
    </div>
  );
  return (
    <div style={{ textAlign: 'center' }}>
      <Button icon={<PrinterOutlined />} onClick={() => setPrinting(true)}>
        {t('打印回执')}
      </Button>
      {isPrinting && createPortal(copy, document.body)}
    </div>
  );
}

function stateLabel(process: PublicProcess | null | undefined, state: string, language: Language): string {
  const found = process && stateOf(process, state);
  return found ? labelText(found.label, language) : state;
}
