import { type TransitionContext, keyOf, selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';
import type { Services } from '@hongxin/plugin-foundation';
import { readCounting, type Counting } from './counting';
import { yearFacts, type YearFacts } from './facts';
import { FEEDBACK_SETTING, type FeedbackOptions } from './settings';

/** What a batch has read for all its records at once; it lives as long as the batch's transaction. */
interface Batch {
  counting: Counting;
  options: FeedbackOptions;
  facts: ReadonlyMap<string, YearFacts>;
  /** Who each feedback goes to when it is issued. */
  recipients: ReadonlyMap<string, string>;
}

/** What the steps of one feedback read of its batch. */
export interface Prepared {
  counting: Counting;
  options: FeedbackOptions;
  facts: YearFacts;
  recipient: string | null;
}

const batches = new WeakMap<Transaction, Batch>();

/**
 * Locks whose hours the feedbacks count, in the order of their keys, then reads what every record of a batch will be
 * asked about. Nobody else can enter, verify or reverse hours of these people until the transaction ends.
 */
export async function prepareBatch(
  services: Services,
  ids: readonly string[],
  scope: Scope & { transaction: Transaction },
): Promise<void> {
  batches.set(scope.transaction, await read(services, ids, scope));
}

/** The same for one record, unless its batch has prepared it. */
export async function preparedFor(
  services: Services,
  { db, record, transaction }: TransitionContext,
): Promise<Prepared> {
  const id = String(record.get('id'));
  let batch = batches.get(transaction);
  if (!batch?.facts.has(id)) batch = await read(services, [id], { db, transaction });
  const facts = batch.facts.get(id);
  if (!facts) throw new Error(`feedback ${id} of ${keyOf(record, 'subjectName')} has no facts`);
  return { counting: batch.counting, options: batch.options, facts, recipient: batch.recipients.get(id) ?? null };
}

async function read(services: Services, ids: readonly string[], scope: Scope): Promise<Batch> {
  await lockPeople(ids, scope);
  const counting = await readCounting({ get: services.setting }, scope);
  const options = await services.setting(FEEDBACK_SETTING, scope.transaction);
  const facts = await yearFacts({ where: 'f.id IN (:ids)', replacements: { ids } }, scope);
  return { counting, options, facts, recipients: await recipientsOf(ids, scope) };
}

/** The party organisation of the unit, or the unit where none is named (domain §2: to the unit, not to the public). */
async function recipientsOf(ids: readonly string[], scope: Scope): Promise<Map<string, string>> {
  const rows = await selectRows<{ id: string; recipient: string }>(
    scope,
    `SELECT f.id::text AS id, COALESCE(NULLIF(u."partyOrganization", ''), u.name) AS recipient
     FROM {hxYearFeedbacks} f JOIN {hxUnits} u ON u.id = f."unitId" WHERE f.id IN (:ids)`,
    { ids },
  );
  return new Map(rows.map(({ id, recipient }) => [id, recipient]));
}

/** Hours are entered under a lock on their person; a unit's feedback counts those of its members. */
async function lockPeople(ids: readonly string[], scope: Scope): Promise<void> {
  await selectRows(
    scope,
    `SELECT p.id FROM {hxPersons} p WHERE p.id IN (
       SELECT f."personId" FROM {hxYearFeedbacks} f WHERE f.id IN (:ids)
       UNION
       SELECT m."personId" FROM {hxYearFeedbacks} f JOIN {hxMemberRegistrations} m ON m."unitId" = f."unitId"
       WHERE f.id IN (:ids) AND f.subject = 'unit')
     ORDER BY p.id FOR NO KEY UPDATE`,
    { ids },
  );
}
