import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import { fieldTitle, translatedTitle } from '../errors';
import type { SubjectCollection } from './subject';
import { recordsAbout } from './subject';

/** Somebody has looked at a personal value of mine. */
export interface Look {
  id: string;
  at: string;
  actorName: string | null;
  collectionTitle: string;
  fieldTitle: string;
  reason: string | null;
}

const LIMIT = 200;

/** Who has revealed which of a person's values, when and why; the latest first. */
export async function looksAt(ctx: Context, subjects: readonly SubjectCollection[], userId: number): Promise<Look[]> {
  const places: Record<string, unknown>[] = [];
  for (const subject of subjects) {
    const rows = await recordsAbout(subject, userId);
    const ids = rows.map((row) => String(row.get(subject.collection.model.primaryKeyAttribute)));
    if (ids.length > 0) places.push({ collectionName: subject.collection.name, recordId: { $in: ids } });
  }
  if (places.length === 0) return [];
  const filter = { $and: [{ transition: 'reveal' }, { $or: places }] };
  const rows: Model[] = await ctx.db.getRepository('hxEvents').find({ filter, sort: ['-at', '-id'], limit: LIMIT });
  return rows.map((row) => {
    const collection = ctx.db.getCollection(String(row.get('collectionName')));
    const field = String((row.get('details') as { field?: unknown } | null)?.field ?? '');
    return {
      id: String(row.get('id')),
      at: (row.get('at') as Date).toISOString(),
      actorName: row.get('actorName') as string | null,
      collectionTitle: translatedTitle(ctx, collection?.options.title) ?? '',
      fieldTitle: fieldTitle(ctx, collection, field) ?? field,
      reason: row.get('opinion') as string | null,
    };
  });
}
