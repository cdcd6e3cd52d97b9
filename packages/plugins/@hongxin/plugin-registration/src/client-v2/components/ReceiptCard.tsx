import {
  labelText,
  loadProcess,
  onMoved,
  ReasonList,
  requestFailure,
  stateOf,
  useTools,
  type Language,
  type PublicProcess,
  type Translate,
} from '@hongxin/plugin-foundation/client-v2';
import type { SheetName } from '@hongxin/rules/registration';
import { useRequest } from 'ahooks';
import { Alert, Empty, Skeleton, Space } from 'antd';
import React from 'react';
import type { ReceiptPaper } from '../receipts/paper';
import { fetchSheetTexts, wordsOf, type SheetWords } from '../requests/sheet-texts';
import { PrintButton } from './PrintButton';
import { ReceiptSheet } from './ReceiptSheet';
import { ReceiptStyle } from './ReceiptStyle';

/** A registration that ends in a receipt. */
export interface Receivable {
  id: number;
  state: string;
  receiptNumber: string | null;
}

export interface ReceiptCardProps<R extends Receivable> {
  collection: string;
  /** Reads the registration; undefined when there is none. */
  load(): Promise<R | undefined>;
  /** What the registration depends on, e.g. the record of a popup. */
  of: string | number | undefined;
  sheet: SheetName;
  paperOf(receipt: R, t: Translate, words: SheetWords): ReceiptPaper;
  /** What to say in which state, as long as there is no receipt; keys of the locale files. */
  hints: Readonly<Record<string, string>>;
}

/** The receipt of a registration, or where the registration stands as long as there is none. */
export function ReceiptCard<R extends Receivable>(props: ReceiptCardProps<R>) {
  const tools = useTools();
  const { language, t } = tools;
  const { collection, load, of, sheet, paperOf, hints } = props;
  const read = async () => {
    const [receipt, process, texts] = await Promise.all([
      load(),
      loadProcess(tools, collection),
      fetchSheetTexts(tools),
    ]);
    return { receipt, process, texts };
  };
  const { data, error, refresh } = useRequest(read, { refreshDeps: [of] });
  const id = data?.receipt?.id;
  React.useEffect(() => (id === undefined ? undefined : onMoved(collection, id, refresh)), [collection, id, refresh]);
  if (error) return <ReasonList title={t('没有读到报到信息')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active paragraph={{ rows: 4 }} />;
  const { receipt, process, texts } = data;
  if (!receipt) return <Empty description={t('您还没有报到，请到“报到登记”填写。')} />;
  const label = stateLabel(process, receipt.state, language);
  if (!receipt.receiptNumber) {
    const type = receipt.state === 'returned' ? 'warning' : 'info';
    const hint = hints[receipt.state] ?? '社区接收后，回执会显示在这里。';
    return <Alert type={type} showIcon message={label} description={t(hint)} />;
  }
  const hasLeft = receipt.state === 'transferred' || receipt.state === 'cancelled';
  const paper = paperOf(receipt, t, wordsOf(sheet, texts, language));
  return (
    <Space direction="vertical" size={12} style={{ width: '100%' }}>
      <ReceiptStyle />
      {hasLeft && <Alert type="info" showIcon message={t('该报到现为“{{state}}”，回执仅供查阅。', { state: label })} />}
      <ReceiptSheet paper={paper} t={t} />
      {!hasLeft && (
        <div style={{ textAlign: 'center' }}>
          <PrintButton label={t('打印回执')} t={t}>
            <ReceiptSheet paper={paper} t={t} />
          </PrintButton>
        </div>
      )}
    </Space>
  );
}

function stateLabel(process: PublicProcess | null | undefined, state: string, language: Language): string {
  const found = process && stateOf(process, state);
  return found ? labelText(found.label, language) : state;
}
