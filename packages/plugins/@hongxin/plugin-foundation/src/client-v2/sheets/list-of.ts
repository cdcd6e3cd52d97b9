import { type FlowContext } from '@nocobase/flow-engine';
import type { SheetColumn } from '../requests/sheets';

interface FieldLike {
  name: string;
  title?: string;
  interface?: string;
  targetCollection?: { getFields(): FieldLike[] };
}

export interface ListLike {
  collection: {
    name: string;
    title: string;
    dataSourceKey?: string;
    getField(name: string): FieldLike | undefined;
    getFields(): FieldLike[];
    filterTargetKey?: string | string[];
  };
  resource: {
    refresh(): Promise<unknown>;
    getResourceName?(): string;
    getSourceId?(): unknown;
    getFilter?(): unknown;
    getSort?(): unknown;
    getAppends?(): unknown;
    getSelectedRows?(): Record<string, unknown>[];
  };
}

/** The list above which an action stands. */
export function listOf(context: FlowContext): ListLike {
  return (context as FlowContext & { blockModel: ListLike }).blockModel;
}

/** Where the list's own actions are asked for: its collection, or a relation of the record it hangs on. */
export function placeOf({ collection, resource }: ListLike): { address: string; headers: Record<string, string> } {
  const [source, association] = (resource.getResourceName?.() ?? collection.name).split('.');
  const address = association ? `${source}/${String(resource.getSourceId?.())}/${association}` : source;
  const { dataSourceKey = 'main' } = collection;
  return { address, headers: dataSourceKey === 'main' ? {} : { 'X-Data-Source': dataSourceKey } };
}

/** The record's id, as the last column of every sheet: by it an import finds its row again. */
export function withRecordId(
  { collection }: Pick<ListLike, 'collection'>,
  columns: readonly SheetColumn[],
  title: string,
): SheetColumn[] {
  const described = columns
    .filter(({ dataIndex }) => dataIndex?.length > 0)
    .map((column) => ({
      ...column,
      defaultTitle: collection.getField(column.dataIndex[0])?.title ?? column.dataIndex[0],
    }));
  const key = collection.filterTargetKey ?? 'id';
  const isThere = described.some(({ dataIndex }) => dataIndex.length === 1 && dataIndex[0] === key);
  if (typeof key !== 'string' || !collection.getField(key) || isThere) return described;
  return [...described, { dataIndex: [key], title, defaultTitle: title }];
}
