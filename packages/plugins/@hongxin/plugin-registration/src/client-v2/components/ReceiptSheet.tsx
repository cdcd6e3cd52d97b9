import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { QRCode } from 'antd';
import dayjs from 'dayjs';
import React from 'react';
import type { ReceiptPaper } from '../receipts/paper';
import { verificationAddress } from '../receipts/verification-address';
import { Seal } from './Seal';

/** The receipt itself: what a member takes to the unit, or a unit keeps. */
export function ReceiptSheet({ paper, t }: { paper: ReceiptPaper; t: Translate }) {
  const day = paper.receiptAt ? dayjs(paper.receiptAt).format(t('YYYY年M月D日')) : '';
  return (
    <article className="hx-receipt" aria-label={paper.title}>
      <h2>{paper.title}</h2>
      <p className="hx-receipt-number">
        {t('回执号')} {paper.receiptNumber}
      </p>
      <dl>
        {paper.facts.map(([term, value]) => (
          <React.Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </React.Fragment>
        ))}
      </dl>
      <p className="hx-receipt-text">{paper.text}</p>
      <div className="hx-receipt-foot">
        {paper.receiptToken ? (
          <figure className="hx-receipt-code" role="img" aria-label={t('回执验证二维码')}>
            <QRCode
              type="svg"
              value={verificationAddress(paper.receiptToken)}
              size={116}
              bordered={false}
              errorLevel="M"
              color="#1f1f1f"
              bgColor="#ffffff"
            />
            <figcaption>{t('扫码验真伪')}</figcaption>
          </figure>
        ) : (
          <span />
        )}
        <div className="hx-receipt-sign">
          <p>{paper.sign}</p>
          <p>{day}</p>
          <Seal name={paper.receiver} caption={t('回执')} />
        </div>
      </div>
      <p className="hx-receipt-note">{paper.note}</p>
    </article>
  );
}
