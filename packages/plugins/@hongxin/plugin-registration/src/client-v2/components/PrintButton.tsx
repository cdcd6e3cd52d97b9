import { PrinterOutlined } from '@ant-design/icons';
import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button } from 'antd';
import React from 'react';
import { createPortal } from 'react-dom';
import type { ReceiptPaper } from '../receipts/paper';
import { ReceiptSheet } from './ReceiptSheet';

/** Prints the sheet alone: it is copied next to the page for as long as the print dialog is open. */
export function PrintButton({ paper, t }: { paper: ReceiptPaper; t: Translate }) {
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
      <ReceiptSheet paper={paper} t={t} />
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
