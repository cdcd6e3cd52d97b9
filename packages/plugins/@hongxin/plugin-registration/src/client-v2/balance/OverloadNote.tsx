import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import type { Carried } from '@hongxin/rules/registration';
import { useRequest } from 'ahooks';
import { Alert } from 'antd';
import React from 'react';
import type { BalanceRequests } from '../requests/balance';

export interface OverloadNoteProps {
  requests: Pick<BalanceRequests, 'suggest'>;
  /** Where the registration goes, or a place in it; nothing is said before it is known. */
  areaId: number | null | undefined;
  what: Carried;
  t: Translate;
}

const FULL: Readonly<Record<Carried, string>> = {
  units: '{{name}}已有报到单位{{count}}家，建议不超过{{limit}}家',
  members: '{{name}}已有在册党员{{count}}名，建议不超过{{limit}}名',
};
const ROOM: Readonly<Record<Carried, string>> = {
  units: '{{street}}{{name}}（单位{{count}}家）',
  members: '{{street}}{{name}}（党员{{count}}名）',
};

/** Says that a community is full, and which ones near it have room. It advises: people decide. */
export function OverloadNote({ requests, areaId, what, t }: OverloadNoteProps) {
  const { data } = useRequest(async () => (areaId ? requests.suggest(areaId, what) : null), {
    refreshDeps: [areaId, what],
    // advice that cannot be had keeps nobody from registering
    onError: () => undefined,
  });
  if (!data?.isOverloading || !data.community) return null;
  const { community, limit, alternatives } = data;
  const rooms = alternatives.map((each) => t(ROOM[what], { street: each.street, name: each.name, count: each[what] }));
  return (
    <Alert
      type="warning"
      showIcon
      message={t(FULL[what], { name: community.name, count: community[what], limit })}
      description={
        rooms.length === 0
          ? t('附近没有还有余量的社区。')
          : t('附近还有余量的社区：{{communities}}', { communities: rooms.join('、') })
      }
      style={{ marginBlock: 12 }}
    />
  );
}
