import { onMoved, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import React, { useEffect } from 'react';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../constants';
import type { BalanceRequests, Registered } from '../requests/balance';
import { OverloadNote } from './OverloadNote';

export interface WaitingOverloadProps {
  requests: Pick<BalanceRequests, 'suggest' | 'registered'>;
  registered: Registered;
  t: Translate;
}

/** For a registration that is not received yet: whether its community has room for it. */
export function WaitingOverload({ requests, registered, t }: WaitingOverloadProps) {
  const { data, refresh } = useRequest(() => requests.registered(registered), {
    refreshDeps: [registered.what, registered.id],
    onError: () => undefined,
  });
  const collection = registered.what === 'units' ? UNIT_REGISTRATIONS : MEMBER_REGISTRATIONS;
  useEffect(() => onMoved(collection, registered.id, refresh), [collection, registered.id, refresh]);
  return data?.isWaiting ? (
    <OverloadNote requests={requests} areaId={data.areaId} what={registered.what} t={t} />
  ) : null;
}
