/** What most pages of the group share: a table with filter, add, view and edit, and where wanted import and export. */
import { sheetActions, type PageSeed, type RoleName, type Sheet } from '@hongxin/plugin-foundation';
import { areaFilter } from './area-filter';
import { FIELD_GROUPS } from './field-groups';
import { shownFields } from './field-specs';

type Document = Record<string, unknown>;

export const GROUP = { title: '红心治理', icon: 'ApartmentOutlined' };
export const CADRES: readonly RoleName[] = ['hx-city', 'hx-official'];

/** Records that hang on the one looked at, as a table in its popup. */
export interface RelatedTable {
  title: string;
  relation: string;
  collection: string;
  fields: readonly string[];
}

export interface TableOptions {
  key: string;
  collection: string;
  noun: string;
  fields: readonly string[];
  formFields: readonly string[];
  /** Where the form for changing differs from the one for adding. */
  editFields?: readonly string[];
  related?: readonly RelatedTable[];
  sort: string;
  direction?: 'asc' | 'desc';
  where?: readonly { path: string; operator: string; value: unknown }[];
  canDelete?: boolean;
  /** Own actions of the pack on its rows. */
  recordActions?: readonly string[];
  sheet?: Sheet;
  /** Its records have an area, by which it can be narrowed. */
  byArea?: boolean;
}

/** The table as a block of the blueprint. */
export function tableBlock(options: TableOptions): Document {
  const { key, collection, noun, fields, formFields, editFields = formFields } = options;
  const where = options.where
    ? { dataScope: { logic: '$and', items: options.where.map((each) => ({ ...each })) } }
    : {};
  const form = (type: string, names: readonly string[], more: Document): Document => ({
    key: 'form',
    type,
    fields: [...names],
    actions: ['submit'],
    ...more,
  });
  const current = { resource: { binding: 'currentRecord' } };
  return {
    key,
    type: 'table',
    collection,
    fields: shownFields(collection, fields),
    settings: { pageSize: 20, sorting: [{ field: options.sort, direction: options.direction ?? 'asc' }], ...where },
    actions: [
      'filter',
      'refresh',
      {
        key: 'add',
        type: 'addNew',
        title: `新建${noun}`,
        popup: { title: `新建${noun}`, blocks: [form('createForm', formFields, { collection })] },
      },
    ],
    recordActions: [
      {
        key: 'view',
        type: 'view',
        title: '查看',
        popup: { title: `${noun}详情`, blocks: [detailsBlock(options), ...(options.related ?? []).map(relatedBlock)] },
      },
      {
        key: 'edit',
        type: 'edit',
        title: '编辑',
        popup: { title: `编辑${noun}`, blocks: [form('editForm', editFields, current)] },
      },
      ...(options.canDelete ? ['delete'] : []),
    ],
  };
}

function detailsBlock({ collection, formFields }: TableOptions): Document {
  const block = { key: 'details', type: 'details', resource: { binding: 'currentRecord' } };
  const groups = FIELD_GROUPS[collection];
  if (!groups) return { ...block, fields: shownFields(collection, formFields) };
  return {
    ...block,
    fieldGroups: groups.map((group) => ({ ...group, fields: shownFields(collection, group.fields) })),
  };
}

function relatedBlock({ title, relation, collection, fields }: RelatedTable): Document {
  return {
    key: relation,
    type: 'table',
    title,
    resource: { binding: 'associatedRecords', associationField: relation },
    fields: shownFields(collection, fields),
    settings: { pageSize: 10 },
    actions: ['refresh'],
  };
}

export interface TablePageOptions {
  name: string;
  /** Raised when the page changes. Default 1. */
  version?: number;
  title: string;
  icon: string;
  sort: number;
  roles?: readonly RoleName[];
  tabs: readonly { title: string; table: TableOptions }[];
}

/** A page of the group with one table per tab. */
export function tablePage({ name, version = 1, title, icon, sort, roles = CADRES, tabs }: TablePageOptions): PageSeed {
  return {
    key: `governance/${name}`,
    version,
    layout: 'desktop',
    roles,
    group: GROUP,
    item: { title, icon },
    sort,
    blueprint: { tabs: tabs.map((tab) => ({ key: tab.table.key, title: tab.title, blocks: [tableBlock(tab.table)] })) },
    ownActions: tabs.flatMap(({ table }) => [
      ...(table.byArea ? [areaFilter(table.key)] : []),
      ...(table.sheet ? sheetActions(table.key, table.sheet) : []),
      ...(table.recordActions ?? []).map((use) => ({ block: table.key, place: 'record' as const, use })),
    ]),
  };
}
