import { foundationOf, type PerformItem, SYSTEM } from '@hongxin/plugin-foundation';
import { makeFeedbacks, readCounting, YEAR_FEEDBACKS } from '@hongxin/plugin-registration';
import type { City } from '../../city/types';
import type { Stage, StageContext } from '../stage';

/** The community whose year is told; the others' are left to whoever tries the product. */
const COMMUNITY = '润新社区';
const COMMENTS = ['积极参加社区服务，群众评价好', '能按时参加活动', '参与较少，建议多到社区走走'];

/** Last year, or the one before while it is still being told. */
export function toldYear(today: string): number {
  return Number(today.slice(0, 4)) - (today.slice(5) < '02-15' ? 2 : 1);
}

const on = (year: number, day: string): Date => new Date(`${year + 1}-${day}T09:00:00+08:00`);

/** How far the feedbacks of the community have come: by their place in the list, so that every state is there. */
const STAYS_AT = (place: number): number => [4, 4, 0, 4, 1, 4, 2, 4, 3, 4][place % 10];

/** The year's feedback of one community, in every state. */
export const yearFeedbacksStage: Stage = {
  name: 'year-feedbacks',
  title: '年度反馈',
  async load(context) {
    const { app, city, transaction } = context;
    const code = communityCode(city);
    if (code === null) return 0;
    const year = toldYear(city.today);
    const within = (column: string) => ({ sql: `left(${column}, 12) = :code`, replacements: { code } });
    const counting = await readCounting(foundationOf(app).settings, { db: app.db, transaction });
    const ids = await makeFeedbacks(year, within, counting, { db: app.db, transaction });
    const reaching = (step: number): string[] => ids.filter((_id, place) => STAYS_AT(place) >= step);
    await perform(context, 'comment', reaching(1), on(year, '01-08'), (place) => ({
      values: { communityPoints: 12 + (place % 9), bonusPoints: place % 3, communityComment: COMMENTS[place % 3] },
    }));
    await perform(context, 'sign', reaching(2), on(year, '01-15'), () => ({ values: { unitOpinion: '情况属实' } }));
    const objected = ids.filter((_id, place) => STAYS_AT(place) === 3);
    await perform(context, 'object', objected, on(year, '01-18'), () => ({ opinion: '有一次服务未计入，请核对' }));
    const issued = ids.filter((_id, place) => STAYS_AT(place) === 4);
    // the demo city leaves some hours undecided on purpose
    await perform(context, 'issue', issued, on(year, '01-25'), () => ({ values: { confirmPending: true } }));
    return ids.length;
  },
};

async function perform(
  { app, transaction }: StageContext,
  transition: string,
  ids: readonly string[],
  now: Date,
  order: (place: number) => Pick<PerformItem, 'values' | 'opinion'>,
): Promise<void> {
  const items = ids.map((recordId, place) => ({ recordId, actor: SYSTEM, now, ...order(place) }));
  await foundationOf(app).transitions.performMany({ collection: YEAR_FEEDBACKS, transition, items, transaction });
}

function communityCode(city: City): string | null {
  return city.areas.find(({ level, name }) => level === 'community' && name === COMMUNITY)?.code ?? null;
}
