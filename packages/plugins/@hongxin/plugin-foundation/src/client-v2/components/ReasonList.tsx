import { Alert } from 'antd';
import React from 'react';
import { type RequestReason } from '../requests/errors';

/** Everything that stands in the way, all at once. */
export function ReasonList({ title, reasons }: { title: string; reasons: readonly RequestReason[] }) {
  if (reasons.length === 0) return null;
  const list = (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {reasons.map(({ code, field, message }) => (
        <li key={`${code}.${field ?? ''}.${message}`}>{message}</li>
      ))}
    </ul>
  );
  return <Alert type="error" showIcon role="alert" message={title} description={list} style={{ marginBottom: 16 }} />;
}
