import { actorOf, EXPECTED, foundationOf, refuse, runAsSystem } from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Candidate, DelegationRow } from '../../shared/contract';
import { DELEGATIONS } from '../../shared/constants';
import { decidersAmong, hasToDecide, isDecider } from './deciders';
import { requireNewMandate, periodIn } from './declared';
import { STEPS } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';
import { peopleOf } from '../tasks/actions/present-task';
import { bodyOf, idOf, queryOf, textOrNull } from '../common/request';

/** Most people offered at once [default]; typing narrows them down. */
const MOST_CANDIDATES = 30;

/** Doors of hxReviewDelegations: everybody names their own deputies. */
export function delegationActions(tools: ReviewTools) {
  /** GET hxReviewDelegations:mine → those I have given and those given to me, newest first */
  async function mine(ctx: Context, next: Next): Promise<void> {
    const userId = Number(actorOf(ctx).userId);
    const rows: Model[] = await tools.db
      .getRepository(DELEGATIONS)
      .find({ filter: { $or: [{ userId }, { deputyId: userId }] }, sort: ['-startsOn', '-id'] });
    ctx.body = await present(tools, rows);
    await next();
  }

  /** POST hxReviewDelegations:declare {deputyId, startsOn, endsOn?, processes?, reason?} */
  async function declare(ctx: Context, next: Next): Promise<void> {
    const body = bodyOf(ctx);
    const deputyId = Number(body.deputyId);
    if (!(await mayName(tools, Number(actorOf(ctx).userId), deputyId)))
      throw refuse(400, 'DELEGATION_PERSON_INVALID', {}, 'deputy');
    const userId = Number(actorOf(ctx).userId);
    const declared = { userId, deputyId, ...periodIn(body), processes: await processesOf(tools, body.processes) };
    await requireNewMandate(tools, declared);
    const values = { ...declared, reason: textOrNull(body, 'reason'), state: 'active' };
    const row: Model = await runAsSystem(() => tools.db.getRepository(DELEGATIONS).create({ values }));
    [ctx.body] = await present(tools, [row]);
    await next();
  }

  /** POST hxReviewDelegations:revoke/<id> */
  async function revoke(ctx: Context, next: Next): Promise<void> {
    const where = { id: idOf(ctx), userId: actorOf(ctx).userId };
    const row = (await tools.db.getModel(DELEGATIONS).findOne({ where })) as Model | null;
    if (!row) throw refuse(404, 'RECORD_NOT_FOUND');
    await runAsSystem(() => row.update({ state: 'revoked' }));
    [ctx.body] = await present(tools, [row]);
    await next();
  }

  /** GET hxReviewDelegations:candidates?keyword= → colleagues by name: those whom `declare` takes. */
  async function candidates(ctx: Context, next: Next): Promise<void> {
    const keyword = (queryOf(ctx).keyword ?? '').slice(0, 100);
    const own = Number(actorOf(ctx).userId);
    // who has nothing to hand over has no use for the names of those who decide
    const people = (await hasToDecide(tools, own))
      ? await decidersAmong(
          tools,
          { id: { $ne: own }, ...(keyword === '' ? {} : { nickname: { $includes: keyword } }) },
          { limit: MOST_CANDIDATES },
        )
      : [];
    const answer: Candidate[] = people.map((person) => ({ ...person, note: null }));
    ctx.body = answer;
    await next();
  }

  return { mine, declare, revoke, candidates };
}

/** The rule of `candidates` and of `declare`; why not is not told, and neither is who there is. */
async function mayName(tools: ReviewTools, userId: number, deputyId: number): Promise<boolean> {
  if (!Number.isSafeInteger(deputyId) || deputyId < 1 || deputyId === userId) return false;
  return (await hasToDecide(tools, userId)) && isDecider(tools, deputyId);
}

/**
 * For which processes somebody stands in; none named: for all of them.
 * @throws Refusal 400 for what is no list, or names a process of which there is no step and no definition
 */
async function processesOf(tools: ReviewTools, given: unknown): Promise<string[]> {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given))
    throw refuse(400, 'BODY_FIELD_INVALID', { name: 'processes', expected: EXPECTED.list }, 'processes');
  const named = [...new Set((given as unknown[]).map(String))];
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
