import { updateAssociations, type Collection, type Model } from '@nocobase/database';
import { saveTogether } from '../database/save-together';
import type { ProcessRegistration, TransitionContext } from '../domain';
import type { PerformTools } from './performing';
import { heardTogether } from './heard-together';

/** What tells listeners of a save whose it is. */
interface SaveContext {
  state: { currentUser: { id: number } | undefined };
}

/** Fills what the process fills, then saves it with the state in one UPDATE. */
export async function fillAndSave(
  tools: PerformTools,
  registration: ProcessRegistration,
  context: TransitionContext,
): Promise<void> {
  const { record, to, transaction } = context;
  await fill(registration, context);
  const saveContext = contextOf(context);
  const options = { transaction, context: saveContext } as Parameters<Model['save']>[0];
  await tools.guard.permit(record, to, () => record.save(options));
  await saveRelations(tools, registration, context, saveContext);
}

/**
 * The same of many records, written together where nobody is told of each record in between: what hears of a save hears
 * of every record in the same order, only after all are written.
 */
export async function fillAndSaveMany(
  tools: PerformTools,
  registration: ProcessRegistration,
  contexts: readonly TransitionContext[],
): Promise<void> {
  const { collection } = contexts[0].record.constructor as typeof Model;
  if (!heardTogether(collection)) {
    for (const context of contexts) await fillAndSave(tools, registration, context);
    return;
  }
  const saving = contexts.map((context) => ({ context, saveContext: contextOf(context) }));
  for (const { context } of saving) await fill(registration, context);
  const rows = saving.map(({ context: { record, transaction }, saveContext }) => ({
    row: record,
    options: { transaction, context: saveContext },
  }));
  const { db, guard } = tools;
  const permitted = contexts.map(({ record, to }) => ({ row: record, state: to }));
  await guard.permitMany(permitted, () => saveTogether(rows, { db, transaction: contexts[0].transaction }));
  for (const { context, saveContext } of saving) await saveRelations(tools, registration, context, saveContext);
}

async function fill({ definition, fills }: ProcessRegistration, context: TransitionContext): Promise<void> {
  for (const each of fills?.[context.transition] ?? []) await each(context);
  context.record.set(definition.stateField, context.to);
}

const contextOf = ({ actor }: TransitionContext): SaveContext => ({
  state: { currentUser: actor.userId === null ? undefined : { id: actor.userId } },
});

/** Chosen relations, and the listeners that NocoBase's repository tells, so that workflows hear of it. */
async function saveRelations(
  { db }: PerformTools,
  { definition }: ProcessRegistration,
  { record, values, transaction }: TransitionContext,
  context: SaveContext,
): Promise<void> {
  const { collection } = record.constructor as typeof Model;
  const relations = Object.keys(values).filter((name) => Object.hasOwn(collection.model.associations, name));
  if (relations.length > 0) {
    const chosen = Object.fromEntries(relations.map((name) => [name, onlyKeys(collection, name, values[name])]));
    await updateAssociations(record, chosen, { transaction });
  }
  for (const name of ['afterUpdateWithAssociations', 'afterSaveWithAssociations']) {
    await db.emitAsync(`${definition.collection}.${name}`, record, { transaction, context });
  }
  record.clearChangedWithAssociations();
}

/** A transition chooses related records; it does not create or change them. */
function onlyKeys(collection: Collection, association: string, value: unknown): unknown {
  const key = collection.getField(association)?.options?.targetKey ?? 'id';
  const keyOf = (each: unknown): unknown =>
    typeof each === 'object' && each !== null ? (each as Record<string, unknown>)[key] : each;
  return Array.isArray(value) ? value.map(keyOf).filter((each) => each !== undefined && each !== null) : keyOf(value);
}
