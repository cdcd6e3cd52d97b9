import { ReasonList, requestFailure, useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Alert, Skeleton, Typography } from 'antd';
import React from 'react';
import type { ClaimableAnswer } from '../../shared/claiming';
import { ClaimPlaces } from './ClaimPlaces';
import { NeedFacts } from './NeedFacts';
import { ChooseTimes } from './ChooseTimes';
import { TakeOnNeed } from './TakeOnNeed';

export interface ClaimNeedProps {
  needId: string | number;
  /** Something has been claimed: lists read again. */
  onClaimed(): void;
  /** A unit has taken on the whole need: there is nothing more to do here. */
  onTakenOn(): void;
}

/** 认领 of a need: the need itself while nobody has it, then places of the posts and projects that meet it. */
export function ClaimNeed({ needId, onClaimed, onTakenOn }: ClaimNeedProps) {
  const tools = useTools();
  const { t } = tools;
  const { data, error, refresh } = useRequest(() => tools.request<ClaimableAnswer>(`hxNeeds:claimable/${needId}`), {
    refreshDeps: [needId],
    onError: () => undefined, // shown below
  });
  if (error) return <ReasonList title={t('没有读到这项需求')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />;
  const { need, units, openings, mayTakeOn } = data;
  const hasOpenings = openings.length > 0;
  return (
    <section aria-label={t('认领需求')}>
      <NeedFacts need={need} t={t} />
      {whyNothing(data) && <Alert type="info" showIcon message={t(whyNothing(data) as string)} />}
      {hasOpenings && (
        <>
          <Typography.Title level={5}>{t('可认领的岗位和项目')}</Typography.Title>
          <ClaimPlaces
            answer={data}
            onClaimed={() => {
              onClaimed();
              refresh();
            }}
          />
        </>
      )}
      {mayTakeOn && !units && (
        <ChooseTimes
          need={need}
          onDone={() => {
            onClaimed();
            refresh();
          }}
          onStale={refresh}
        />
      )}
      {mayTakeOn && units && (
        <>
          {hasOpenings && <Typography.Title level={5}>{t('整项认领')}</Typography.Title>}
          <TakeOnNeed need={need} units={units} onDone={onTakenOn} onStale={refresh} />
        </>
      )}
    </section>
  );
}

const OPEN_STATES = ['published', 'claimed', 'inProgress'];

/** Why there is nothing to claim, and what would change that. */
function whyNothing({ need, units, openings, isOnRoll, mayTakeOn }: ClaimableAnswer): string | undefined {
  if (!OPEN_STATES.includes(need.state)) return '这项需求已不再招募，请选择其他需求。';
  if (units?.length === 0) return '没有找到您负责联络的单位，请先由社区登记单位和联络员。';
  if (units === null && !isOnRoll) return '完成党员报到、在社区在册后即可认领。';
  if (openings.length > 0 || mayTakeOn) return undefined;
  return units === null
    ? '这项需求已有人承接，目前没有招募名额的岗位或项目。'
    : '这项需求已由其他单位承接，目前没有招募名额的岗位。';
}
