import { yearFeedback } from '@hongxin/rules/registration';
import type { Model } from '@nocobase/database';
import { rubricOf, type Counting } from './counting';
import type { YearFacts } from './facts';

/** What the community said, as the record holds it. */
export interface Said {
  communityPoints: number | null;
  bonusPoints: number;
  isOnLeave: boolean;
  isFalsified: boolean;
}

export function saidIn(record: Model): Said {
  const points: unknown = record.get('communityPoints');
  return {
    communityPoints: points === null || points === undefined ? null : Number(points),
    bonusPoints: Number(record.get('bonusPoints') ?? 0),
    isOnLeave: Boolean(record.get('isOnLeave')),
    isFalsified: Boolean(record.get('isFalsified')),
  };
}

/** Columns of a feedback as they follow from the facts and from what the community said. */
export function computedColumns(facts: YearFacts, said: Said, counting: Counting): Record<string, unknown> {
  const { figures, minutes, total, grade } = yearFeedback({ ...facts, ...said }, rubricOf(counting, facts));
  return {
    minutes,
    hours: Math.round(minutes / 6) / 10,
    times: facts.times,
    claimsServed: facts.claimsServed,
    total,
    grade,
    figures,
  };
}
