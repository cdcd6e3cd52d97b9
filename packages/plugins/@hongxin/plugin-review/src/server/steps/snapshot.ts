import { createHash, randomBytes } from 'node:crypto';
import { foundationOf } from '@hongxin/plugin-foundation';
import { mask } from '@hongxin/rules/mechanism';
import { Op, type Collection, type Model, type Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { Kept, Plain, Snapshot, StoredChanges } from './kept';
import { STEPS, type StepRow } from './rows';
import type { ReviewTools } from './tools';

/** So much of a long text is kept [default]; that the rest has changed is told by its digest. */
const KEPT_LENGTH = 200;
const TECHNICAL = new Set([
  'id',
  'sort',
  'createdAt',
  'updatedAt',
  'createdBy',
  'updatedBy',
  'createdById',
  'updatedById',
]);

/**
 * What the form of a record said at a decision, so that a resubmission can show what has changed since. Personal fields are
 * kept masked, with a salted digest beside them; what the server writes is no part of it.
 */
export async function snapshotOf(
  app: Application,
  collection: Collection,
  recordId: string,
  transaction: Transaction | undefined,
  salt = randomBytes(8).toString('hex'),
): Promise<Snapshot | null> {
  const foundation = foundationOf(app);
  const access = foundation.access.declarationOf(collection.name);
  const process = foundation.transitions.processOf(collection.name)?.definition;
  const served = new Set([...(access?.serverFields ?? []), process?.stateField]);
  const names = [...collection.fields.values()]
    .filter(({ name, options }) => options.uiSchema?.title && !TECHNICAL.has(name) && !served.has(name))
    .filter(({ options }) => !options.isForeignKey)
    .map(({ name }) => name as string);
  const appends = names.filter((name) => collection.getField(name).target);
  const record: Model | null = await collection.repository.findOne({ filterByTk: recordId, appends, transaction });
  if (!record) return null;
  const values: Record<string, Kept> = {};
  for (const name of names) {
    const value = plainOf(app, collection, name, record.get(name));
    const kind = access?.personalFields?.[name];
    const isLong = typeof value === 'string' && value.length > KEPT_LENGTH;
    if (value === null || (!kind && !isLong)) values[name] = value;
    else {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      values[name] = {
        shown: kind ? (mask(kind, text) ?? '') : `${text.slice(0, KEPT_LENGTH)}…`,
        digest: digestOf(salt, text),
      };
    }
  }
  return { salt, values };
}

function plainOf(app: Application, collection: Collection, name: string, value: unknown): Plain {
  const { target } = collection.getField(name);
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((each) => plainOf(app, collection, name, each));
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return value as string | number | boolean;
  if (!target) return JSON.stringify(value);
  const other = app.db.getCollection(target);
  const title = target === 'users' ? 'nickname' : String(other?.options.titleField ?? other?.filterTargetKey ?? 'id');
  return String((value as Model).get(title) ?? '');
}

const digestOf = (salt: string, text: string): string =>
  createHash('sha256').update(`${salt} ${text}`).digest('hex').slice(0, 16);

interface Resubmission {
  collection: Collection;
  recordId: string;
  executionId: string;
  /** The steps that the record has been through. */
  earlier: readonly Model[];
}

/** What has changed in a record since it was last returned; null for what is not a resubmission. */
export async function changesSinceReturn(
  tools: ReviewTools,
  { collection, recordId, executionId, earlier }: Resubmission,
  transaction: Transaction,
): Promise<StoredChanges | null> {
  if (!earlier.some((step) => step.get('state') === 'returned')) return null;
  const model = tools.db.getModel(STEPS);
  const about = { collectionName: collection.name, recordId };
  const returned = (await model.findOne({
    where: { ...about, state: 'returned', snapshot: { [Op.ne]: null } },
    order: [['settledAt', 'DESC']],
    transaction,
  })) as Model | null;
  const before = returned?.get('snapshot') as Snapshot | null | undefined;
  if (!returned || !before) return null;
  // a run that came in between has shown it already
  const isLater = (step: Model): boolean =>
    (step.get('startedAt') as Date) > (returned.get('settledAt') as Date) &&
    String(step.get('executionId')) !== executionId;
  if (earlier.some(isLater)) return null;
  const after = await snapshotOf(tools.app, collection, recordId, transaction, before.salt);
  if (!after) return null;
  const names = [...new Set([...Object.keys(before.values), ...Object.keys(after.values)])];
  const changed = names.filter((name) => collection.hasField(name) && !isSame(before.values[name], after.values[name]));
  return Object.fromEntries(changed.map((name) => [name, [before.values[name] ?? null, after.values[name] ?? null]]));
}

const isSame = (one: Kept | undefined, other: Kept | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Keeps what a returned record said, in the transaction of the decision. */
export async function keepSnapshot(
  tools: ReviewTools,
  row: Model,
  { collectionName, recordId }: Pick<StepRow, 'collectionName' | 'recordId'>,
  transaction: Transaction,
): Promise<void> {
  const collection = tools.db.getCollection(collectionName);
  const snapshot = collection && (await snapshotOf(tools.app, collection, recordId, transaction));
  if (snapshot) await row.update({ snapshot }, { transaction });
}
