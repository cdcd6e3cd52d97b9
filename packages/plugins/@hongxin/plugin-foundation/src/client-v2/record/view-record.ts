import { type FlowContext } from '@nocobase/flow-engine';
import { type RecordKey } from '../requests/transitions';

export interface ViewRecord {
  collection: string;
  key: RecordKey;
}

interface ViewArguments {
  collectionName?: string;
  associationName?: string | null;
  dataSourceKey?: string;
  filterByTk?: RecordKey;
}

/** The record whose popup or page this is, or undefined outside of one. */
export function viewRecord(context: FlowContext): ViewRecord | undefined {
  const {
    collectionName,
    associationName,
    dataSourceKey = 'main',
    filterByTk,
  } = (context.view?.inputArgs as ViewArguments | undefined) ?? {};
  if (filterByTk === undefined || filterByTk === null) return undefined;
  const collection = targetOf(context, dataSourceKey, associationName) ?? collectionName;
  return collection === undefined ? undefined : { collection, key: filterByTk };
}

/** A popup opened over a relation names the relation, e.g. `hxUnits.registrations`. */
function targetOf(context: FlowContext, dataSourceKey: string, associationName?: string | null): string | undefined {
  const [source, field] = associationName?.split('.') ?? [];
  if (!source || !field) return undefined;
  return context.dataSourceManager.getCollection(dataSourceKey, source)?.getField(field)?.target;
}
