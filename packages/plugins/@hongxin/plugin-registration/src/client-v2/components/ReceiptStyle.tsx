import { theme } from 'antd';
import React from 'react';
import { receiptStyle } from './receipt-style';

/** How sheets look, in the colours of the theme. */
export function ReceiptStyle() {
  const { token } = theme.useToken();
  return <style>{receiptStyle(token.colorPrimary)}</style>;
}
