import {
  action,
  body,
  foundationOf,
  Refusal,
  refuse,
  runAsSystem,
  type ActionsOfResource,
} from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import type { Candidate, DelegationRow } from '../../shared/contract';
import { DELEGATIONS } from '../../shared/constants';
import { decidersAmong, hasToDecide, isDecider } from './deciders';
import { requireNewMandate } from './declared';
import { STEPS } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';
import { peopleOf } from '../steps/names';
import { queryOf } from '../common/request';

/** Most people offered at once [default]; typing narrows them down. */
const MOST_CANDIDATES = 30;

/** Most processes named at once [default]. */
const MOST_PROCESSES = 200;

const DEPUTY = { zh: '受托人', en: 'person' };
const DECLARE = {
  // who is nobody, and who may not, is refused in the same words
  deputyId: body.otherwise(body.id(DEPUTY), () => ({ code: 'DELEGATION_PERSON_INVALID' })),
  startsOn: body.day({ zh: '开始日期', en: 'first day' }),
  endsOn: body.optional(body.day({ zh: '结束日期', en: 'last day' })),
  processes: body.optional(
    body.list(
      { zh: '流程', en: 'processes' },
      body.otherwise(body.text({ zh: '流程', en: 'process' }, 100), (name) => ({
        code: 'DELEGATION_PROCESS_UNKNOWN',
        params: { name: String(name).slice(0, 100) },
      })),
      MOST_PROCESSES,
    ),
  ),
  reason: body.optional(body.text({ zh: '理由', en: 'reason' }, 100_000)),
};

/** Doors of hxReviewDelegations: everybody names their own deputies. */
export const delegationActions = (tools: ReviewTools): ActionsOfResource => ({
  /** Those I have given and those given to me, newest first. */
  mine: action({ right: 'loggedIn' }, async ({ userId }) => {
    const rows: Model[] = await tools.db
      .getRepository(DELEGATIONS)
      .find({ filter: { $or: [{ userId }, { deputyId: userId }] }, sort: ['-startsOn', '-id'] });
    return present(tools, rows);
  }),

  declare: action({ right: 'loggedIn', body: DECLARE }, async ({ userId, body: asked }) => {
    const deputyId = Number(asked.deputyId);
    if (!(await mayName(tools, userId, deputyId)))
      throw new Refusal(400, [{ code: 'DELEGATION_PERSON_INVALID', params: { field: DEPUTY }, field: 'deputyId' }]);
    const { startsOn, endsOn, reason } = asked;
    const processes = await requireProcesses(tools, asked.processes ?? []);
    const declared = { userId, deputyId, startsOn, endsOn, processes };
    await requireNewMandate(tools, declared);
    const values = { ...declared, reason, state: 'active' };
    const row: Model = await runAsSystem(() => tools.db.getRepository(DELEGATIONS).create({ values }));
    return (await present(tools, [row]))[0];
  }),

  revoke: action({ right: 'loggedIn', record: 'key' }, async ({ id, userId }) => {
    const row = (await tools.db.getModel(DELEGATIONS).findOne({ where: { id, userId } })) as Model | null;
    if (!row) throw refuse(404, 'RECORD_NOT_FOUND');
    await runAsSystem(() => row.update({ state: 'revoked' }));
    return (await present(tools, [row]))[0];
  }),

  /** Colleagues by name: those whom `declare` takes. */
  candidates: action({ right: 'loggedIn' }, async ({ ctx, userId: own }) => {
    const keyword = (queryOf(ctx).keyword ?? '').slice(0, 100);
    // who has nothing to hand over has no use for the names of those who decide
    const people = (await hasToDecide(tools, own))
      ? await decidersAmong(
          tools,
          { id: { $ne: own }, ...(keyword === '' ? {} : { nickname: { $includes: keyword } }) },
          { limit: MOST_CANDIDATES },
        )
      : [];
    const answer: Candidate[] = people.map((person) => ({ ...person, note: null }));
    return answer;
  }),
});

/** The rule of `candidates` and of `declare`; why not is not told, and neither is who there is. */
async function mayName(tools: ReviewTools, userId: number, deputyId: number): Promise<boolean> {
  if (!Number.isSafeInteger(deputyId) || deputyId < 1 || deputyId === userId) return false;
  return (await hasToDecide(tools, userId)) && isDecider(tools, deputyId);
}

/**
 * For which processes somebody stands in; none named: for all of them.
 * @throws Refusal 400 for a process of which there is no step and no definition
 */
async function requireProcesses(tools: ReviewTools, given: readonly string[]): Promise<string[]> {
  const named = [...new Set(given)];
  if (named.length === 0) return [];
  const defined = foundationOf(tools.app).transitions.keys();
  const open = named.filter((key) => !defined.includes(key));
  const steps = await tools.db.getModel(STEPS).findAll({
    attributes: ['processKey'],
    where: { processKey: open },
    group: ['processKey'],
  });
  const known = new Set(steps.map((step) => step.get('processKey')));
  const strange = open.find((key) => !known.has(key));
  if (strange !== undefined)
    throw refuse(400, 'DELEGATION_PROCESS_UNKNOWN', { name: strange.slice(0, 100) }, 'processes');
  return named;
}

async function present(tools: ReviewTools, rows: readonly Model[]): Promise<DelegationRow[]> {
  const id = (row: Model, name: string): number => Number(row.get(name));
  const people = await peopleOf(
    tools,
    rows.flatMap((row) => [id(row, 'userId'), id(row, 'deputyId')]),
  );
  const person = (key: number) => ({ id: key, nickname: people.get(key) ?? '' });
  return rows.map((row) => ({
    id: String(row.get('id')),
    user: person(id(row, 'userId')),
    deputy: person(id(row, 'deputyId')),
    startsOn: String(row.get('startsOn')),
    endsOn: (row.get('endsOn') as string | null) ?? null,
    processes: (row.get('processes') as string[] | null) ?? [],
    reason: (row.get('reason') as string | null) ?? null,
    state: row.get('state') === 'revoked' ? 'revoked' : 'active',
  }));
}
