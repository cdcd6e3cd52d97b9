import { useTools, type ViewRecord } from '@hongxin/plugin-foundation/client-v2';
import React from 'react';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../constants';
import { MEMBER_HINTS, UNIT_HINTS } from '../receipts/hints';
import { memberPaper, unitPaper } from '../receipts/paper';
import { fetchOwnReceipt, fetchReceipt } from '../requests/receipts';
import { fetchUnitReceipt } from '../requests/unit-receipts';
import { ReceiptCard } from './ReceiptCard';

/** 报到回执: in the popup of a registration that one's; elsewhere the user's own. */
export function RegistrationReceipt({ record }: { record: ViewRecord | undefined }) {
  const tools = useTools();
  if (record?.collection === UNIT_REGISTRATIONS) {
    return (
      <ReceiptCard
        collection={UNIT_REGISTRATIONS}
        load={() => fetchUnitReceipt(tools, record.key)}
        of={record.key}
        sheet="unitReceipt"
        paperOf={unitPaper}
        hints={UNIT_HINTS}
      />
    );
  }
  const id = record?.collection === MEMBER_REGISTRATIONS ? record.key : undefined;
  return (
    <ReceiptCard
      collection={MEMBER_REGISTRATIONS}
      load={() => (id === undefined ? fetchOwnReceipt(tools) : fetchReceipt(tools, id))}
      of={id}
      sheet="memberReceipt"
      paperOf={memberPaper}
      hints={MEMBER_HINTS}
    />
  );
}
