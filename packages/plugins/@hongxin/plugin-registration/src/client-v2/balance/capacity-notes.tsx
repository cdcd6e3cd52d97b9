import { useTools, type RecordNoteProps } from '@hongxin/plugin-foundation/client-v2';
import type { Carried } from '@hongxin/rules/registration';
import React from 'react';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../constants';
import { balanceRequests } from '../requests/balance';
import { WaitingOverload } from './WaitingOverload';

const CARRIED: Readonly<Record<string, Carried>> = { [UNIT_REGISTRATIONS]: 'units', [MEMBER_REGISTRATIONS]: 'members' };

/** Collections whose records make a community's load heavier. */
export const CARRIED_COLLECTIONS: readonly string[] = Object.keys(CARRIED);

/** 容量提示 of a registration that waits: its community is full, and where there is room. */
export function CapacityNote({ record }: RecordNoteProps) {
  const tools = useTools();
  const what = CARRIED[record.collection];
  if (!what) return null;
  return <WaitingOverload requests={balanceRequests(tools)} registered={{ what, id: record.key }} t={tools.t} />;
}
