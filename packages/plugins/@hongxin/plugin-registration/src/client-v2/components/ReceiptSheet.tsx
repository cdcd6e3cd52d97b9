import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import dayjs from 'dayjs';
import React from 'react';
import { type RegistrationReceipt } from '../requests/receipts';
import { Seal } from './Seal';

/** The receipt itself: what the member takes to the unit. */
export function ReceiptSheet({ receipt, t }: { receipt: RegistrationReceipt; t: Translate }) {
  const receiver = receipt.organization?.name ?? receipt.area?.name ?? '';
  const facts: [string, string | null | undefined][] = [
    [t('姓名'), receipt.personName],
    [t('工作单位'), receipt.unit?.name],
    [t('职务'), receipt.position],
    [t('报到社区'), receipt.area?.name],
    [t('居住楼栋'), receipt.homeArea?.name],
    [t('报到编号'), receipt.number],
  ];
  const day = receipt.receiptAt ? dayjs(receipt.receiptAt).format(t('YYYY年M月D日')) : '';
  return (
    <article className="hx-receipt" aria-label={t('在职党员到社区报到回执')}>
      <h2>{t('在职党员到社区报到回执')}</h2>
      <p className="hx-receipt-number">
        {t('回执号')} {receipt.receiptNumber}
      </p>
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <React.Fragment key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </React.Fragment>
          ))}
      </dl>
      <p className="hx-receipt-text">
        {t('{{name}}同志已到我社区报到，报到材料经核对已接收，特此回执。', { name: receipt.personName })}
      </p>
      <div className="hx-receipt-sign">
        <p>{receiver}</p>
        <p>{day}</p>
      </div>
      <Seal name={receiver} caption={t('回执')} />
      <p className="hx-receipt-note">{t('本回执由系统出具，可凭回执号向社区核对。')}</p>
    </article>
  );
}
