import { ReasonList, requestFailure, type RequestReason, useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Flex, InputNumber, Typography } from 'antd';
import React, { useState } from 'react';
import type { ClaimableAnswer } from '../../shared/claiming';
import type { Opening } from '../../shared/service';
import { OpeningCard } from '../service/OpeningCard';

export interface ClaimPlacesProps {
  answer: Pick<ClaimableAnswer, 'openings' | 'isOnRoll' | 'units'>;
  onClaimed(): void;
}

/** Posts and projects with the places left; a member takes one place, a unit says how many people come. */
export function ClaimPlaces({ answer: { openings, isOnRoll, units }, onClaimed }: ClaimPlacesProps) {
  const tools = useTools();
  const { t } = tools;
  const [places, setPlaces] = useState(1);
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const { run, loading, params } = useRequest(
    async (opening: Opening) => {
      setRefused([]);
      const target = opening.kind === 'post' ? { postId: opening.id } : { projectId: opening.id };
      await tools.request('hxClaims:create', {
        data: units ? { ...target, unitId: units[0]?.id, places: Math.min(places, opening.left) } : target,
      });
      tools.done(t('认领成功，请按时到场。'));
      onClaimed();
    },
    { manual: true, onError: (failure) => setRefused(requestFailure(failure).reasons) },
  );
  return (
    <>
      <ReasonList title={t('没有认领成功')} reasons={refused} />
      {openings.map((opening) => (
        <OpeningCard
          key={`${opening.kind}-${opening.id}`}
          opening={opening}
          t={t}
          mayClaim={units ? units.length > 0 : isOnRoll}
          isBusy={loading && params[0]?.id === opening.id}
          onClaim={() => run(opening)}
        >
          {units && !opening.isClaimed && opening.left > 0 && (
            <Flex gap={8} align="center" style={{ marginBottom: 8 }}>
              <Typography.Text>{t('派出人数')}</Typography.Text>
              <InputNumber
                aria-label={t('派出人数')}
                min={1}
                max={opening.left}
                precision={0}
                value={Math.min(places, opening.left)}
                onChange={(value) => setPlaces(value ?? 1)}
              />
            </Flex>
          )}
        </OpeningCard>
      ))}
    </>
  );
}
