import { PrinterOutlined } from '@ant-design/icons';
import { ReasonList, requestFailure, type RequestReason, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button } from 'antd';
import React from 'react';
import { createPortal } from 'react-dom';

export interface PrintButtonProps {
  label: string;
  t: Translate;
  /** Reads what is printed, where it is more than what is on the screen. */
  prepare?(): Promise<void>;
  /** The sheets, each on a page of its own. */
  children: React.ReactNode;
}

/** Prints its sheets alone: they are copied next to the page for as long as the print dialog is open. */
export function PrintButton({ label, t, prepare, children }: PrintButtonProps) {
  const [isPrinting, setPrinting] = React.useState(false);
  const [isReading, setReading] = React.useState(false);
  const [problems, setProblems] = React.useState<readonly RequestReason[]>([]);
  React.useEffect(() => {
    if (!isPrinting) return undefined;
    const done = (): void => setPrinting(false);
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [isPrinting]);
  const print = async (): Promise<void> => {
    setReading(true);
    setProblems([]);
    try {
      await prepare?.();
      setPrinting(true);
    } catch (failure) {
      setProblems(requestFailure(failure).reasons);
    } finally {
      setReading(false);
    }
  };
  return (
    <>
      <Button icon={<PrinterOutlined />} loading={isReading} onClick={() => void print()}>
        {label}
      </Button>
      <ReasonList title={t('没有完成')} reasons={problems} />
      {isPrinting && createPortal(<div className="hx-print">{children}</div>, document.body)}
    </>
  );
}
