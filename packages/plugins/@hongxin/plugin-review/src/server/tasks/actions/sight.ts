import { currentIdentity, foundationOf, recordVisibleTo, sightOf, type Sight } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { ReviewTools } from '../../steps/tools';
import { tookPart } from './involved';

/** What a reader may read of a record's way, and of which of its fields. */
export interface RecordSight extends Sight {
  /** Fields that the reader's roles show; null: all. */
  fields: ReadonlySet<string> | null;
}

const NO_FIELDS: ReadonlySet<string> = new Set();

/** @param isAsked whether the reader is known to have to do with the record */
export async function sightOfRecord(
  tools: ReviewTools,
  ctx: Context,
  collectionName: string,
  recordId: string,
  isAsked = false,
): Promise<RecordSight> {
  const collection = tools.db.getCollection(collectionName);
  const identity = currentIdentity();
  const nothing = { opinions: isAsked, reveals: false, userId: identity?.userId ?? null, fields: NO_FIELDS };
  if (!collection) return nothing;
  const visible = await recordVisibleTo(ctx, collection, recordId);
  const hasTakenPart = isAsked || (await tookPart(tools, Number(identity?.userId), collectionName, recordId));
  const record = visible?.record ?? ((await collection.repository.findOne({ filterByTk: recordId })) as Model | null);
  if (!record) return { ...nothing, opinions: hasTakenPart };
  const fields = visible ? visible.fields : [];
  const access = foundationOf(tools.app).access.declarationOf(collectionName);
  const sight = sightOf(tools.app, access, identity, { collection, record, fields }, hasTakenPart);
  return { ...sight, fields: fields === undefined ? null : new Set(fields) };
}
