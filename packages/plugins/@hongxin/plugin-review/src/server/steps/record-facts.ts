import { foundationOf } from '@hongxin/plugin-foundation';
import type { Collection, Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { placeOf } from './place';

/** What tasks say about the record they are about. */
export interface RecordFacts {
  collectionName: string;
  recordId: string;
  recordTitle: string;
  number: string | null;
  areaId: string | null;
  areaCode: string | null;
  processKey: string | null;
  recordState: string | null;
  applicantId: number | null;
}

interface Asking {
  /** Whoever caused the run: the applicant of a record that names none. */
  actorId?: number | null;
  /** Field that says where the record is, where the node names one. */
  placeField?: string | null;
  transaction?: Transaction;
}

export async function factsOf(
  app: Application,
  record: Model,
  { actorId = null, placeField, transaction }: Asking = {},
): Promise<RecordFacts> {
  const { collection } = record.constructor as typeof Model;
  const foundation = foundationOf(app);
  const process = foundation.transitions.processOf(collection.name)?.definition;
  const access = foundation.access.declarationOf(collection.name);
  const own = (name: string | null | undefined): unknown =>
    name && collection.hasField(name) ? record.get(name) : null;
  const recordId = String(record.get(collection.filterTargetKey as string));
  const owner = own(access?.ownerField) ?? own('ownerId') ?? own('createdById') ?? actorId;
  const number = own('number');
  return {
    collectionName: collection.name,
    recordId,
    recordTitle: String(own(titleFieldOf(collection, access !== undefined)) ?? number ?? recordId).slice(0, 200),
    number: textOrNull(number),
    ...(await placeOf(app, record, placeField, transaction)),
    processKey: process?.key ?? null,
    recordState: process ? textOrNull(record.get(process.stateField)) : null,
    applicantId: owner === null || owner === undefined ? null : Number(owner),
  };
}

/** Tables that an administrator makes seldom name a title field: then the first line of text is what people know them by. */
function titleFieldOf({ options, fields }: Collection, isDeclared: boolean): string | null {
  if (options.titleField || isDeclared) return options.titleField ?? null;
  return [...fields.values()].find((field) => field.options.interface === 'input')?.name ?? null;
}

const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
