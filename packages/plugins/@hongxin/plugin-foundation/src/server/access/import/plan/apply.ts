import type { Context } from '@nocobase/actions';
import {
  updateAssociations,
  updateModelByValues,
  type Collection,
  type Model,
  type Transaction,
} from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { isRefusal, type Refusal } from '../../../errors';
import { groupBy } from '../../group-by';
import type { RowProblem } from '../types';
import type { RowPlan } from './row-plan';

const AT_ONCE = 5000;

export interface Writing {
  ctx: Context;
  collection: Collection;
  transaction: Transaction;
  /** Reads an error of the database as a refusal, where input caused it. */
  refusalOf(error: unknown): Refusal | undefined;
  /** Everything is undone afterwards: nobody who listens is told. */
  isRehearsal: boolean;
}

/** Writes what was planned. @returns what the rules of records and the database have against it; then nothing must stay */
export async function applyPlan(writing: Writing, rows: readonly RowPlan[]): Promise<RowProblem[]> {
  const created = rows.filter(({ stored }) => !stored);
  const changed = rows.filter(({ stored, changes }) => stored && changes.length > 0);
  for (let start = 0; start < changed.length; start += AT_ONCE) {
    const problems = await update(writing, changed.slice(start, start + AT_ONCE));
    if (problems.length > 0) return problems;
  }
  for (let start = 0; start < created.length; start += AT_ONCE) {
    const problems = await insert(writing, created.slice(start, start + AT_ONCE));
    if (problems.length > 0) return problems;
  }
  return [];
}

async function insert(writing: Writing, batch: readonly RowPlan[]): Promise<RowProblem[]> {
  const { ctx, collection, transaction } = writing;
  const model = collection.model as typeof Model;
  // the records know everything but a key that the database gives; Sequelize searches a column for every value returned
  const options = { transaction, hooks: true, returning: [model.primaryKeyAttribute] as never[], context: ctx };
  try {
    const records = await model.bulkCreate(
      batch.map(({ values }) => model.callSetters(values, options)),
      options,
    );
    for (const [index, { values }] of batch.entries())
      await relate(collection, records[index] as Model, values, transaction);
    await announce(writing, records as Model[], 'Create');
    return [];
  } catch (error) {
    return problemsOf(writing, error, batch);
  }
}

async function relate(
  collection: Collection,
  record: Model,
  values: RowPlan['values'],
  transaction: Transaction,
): Promise<void> {
  const related = Object.fromEntries(
    Object.entries(values).filter(([name]) => Object.hasOwn(collection.model.associations, name)),
  );
  if (Object.keys(related).length > 0) await updateAssociations(record, related, { transaction });
}

/** Row by row, as a form saves: every rule of a record hears what it was and what it becomes. */
async function update(writing: Writing, batch: readonly RowPlan[]): Promise<RowProblem[]> {
  const { ctx, collection, transaction } = writing;
  const model = collection.model as typeof Model;
  const key = model.primaryKeyAttribute;
  const found = (await model.findAll({
    where: { [key]: batch.map(({ stored }) => stored?.id) },
    transaction,
  })) as Model[];
  const records = new Map(found.map((record) => [String(record.get(key)), record]));
  const written: Model[] = [];
  const problems: RowProblem[] = [];
  for (const plan of batch) {
    const record = records.get(plan.stored?.id ?? '');
    if (!record) {
      problems.push({ row: plan.row, reason: { code: 'IMPORT_CHANGED_MEANWHILE' } });
      continue;
    }
    const options = { transaction, context: ctx, sanitized: true };
    try {
      await updateModelByValues(record, model.callSetters(plan.values, options), options as never);
      written.push(record);
    } catch (error) {
      problems.push(...problemsOf(writing, error, [plan]));
      if (!isRefusal(error)) return problems; // the database goes no further in this transaction
    }
  }
  if (problems.length === 0) await announce(writing, written, 'Update');
  return problems;
}

/** What NocoBase's own writes tell listeners such as workflows; skipped where nobody listens. */
async function announce(
  { ctx, collection, transaction, isRehearsal }: Writing,
  records: readonly Model[],
  kind: 'Create' | 'Update',
): Promise<void> {
  if (isRehearsal) return;
  const saved = kind === 'Create' ? ['afterCreate', 'afterSave'] : []; // of an update the record has told itself
  for (const event of [...saved, `after${kind}WithAssociations`, 'afterSaveWithAssociations']) {
    const name = `${collection.name}.${event}`;
    if (collection.db.listenerCount(name) === 0) continue;
    for (const record of records) await collection.db.emitAsync(name, record, { transaction, context: ctx });
  }
}

interface UniqueError {
  fields?: Readonly<Record<string, unknown>>;
}

/** Rules that watch the model name a row by its position in the batch, from 1; the database by the values it refuses. */
function problemsOf({ refusalOf }: Writing, error: unknown, batch: readonly RowPlan[]): RowProblem[] {
  if (isRefusal(error)) {
    return [...groupBy(error.reasons, ({ params }) => params?.row)].flatMap(([position, same]) => {
      const row = batch[Number(position ?? 1) - 1]?.row ?? batch[0].row;
      return same.map((reason: Reason) => ({ row, reason }));
    });
  }
  const refusal = refusalOf(error);
  if (!refusal || refusal.status === 409) throw error;
  const fields = Object.entries((error as UniqueError).fields ?? {});
  const named = batch.find(
    ({ values }) => fields.length > 0 && fields.every(([name, value]) => String(values[name]) === String(value)),
  );
  const row = named ?? (batch.length === 1 ? batch[0] : undefined);
  if (!row) throw error;
  return refusal.reasons.map((reason) => ({ row: row.row, reason }));
}
