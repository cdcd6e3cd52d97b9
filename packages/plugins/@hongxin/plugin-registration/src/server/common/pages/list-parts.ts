/** Pieces that the pages of the three lists and of service share. */
import type { FieldSteps, OwnAction, OwnBlock } from '@hongxin/plugin-foundation';
import { areasOf, SERVICE_CLASSES } from '../../../shared/offers';
import { statesScope } from './parts';

type Document = Record<string, unknown>;

const current = { resource: { binding: 'currentRecord' } };

export interface FieldGroup {
  key: string;
  title: string;
  fields: readonly string[];
}

/** A form for a new record behind a button. Its block's address is `<block>.<key>.form`. */
export function addAction(
  key: string,
  title: string,
  collection: string,
  fieldGroups: readonly FieldGroup[],
  save = '保存',
): Document {
  const form = {
    key: 'form',
    type: 'createForm',
    collection,
    fieldGroups,
    actions: [{ key: 'save', type: 'submit', title: save }],
  };
  return { key, type: 'addNew', title, popup: { title, blocks: [form] } };
}

export function editAction(title: string, fieldGroups: readonly FieldGroup[]): Document {
  const form = {
    key: 'form',
    type: 'editForm',
    ...current,
    fieldGroups,
    actions: [{ key: 'save', type: 'submit', title: '保存' }],
  };
  return { key: 'edit', type: 'edit', title: '修改', popup: { title, blocks: [form] } };
}

/** Opens the whole record; `ownPartsOf` puts its steps above and its history below. */
export function detailsAction(title: string, fieldGroups: readonly FieldGroup[]): Document {
  return {
    key: 'view',
    type: 'view',
    title: '查看',
    popup: { title, blocks: [{ key: 'details', type: 'details', ...current, fieldGroups }] },
  };
}

export interface ListTab {
  key: string;
  title: string;
  collection: string;
  states: readonly string[];
  fields: readonly string[];
  sort: string;
  direction: 'asc' | 'desc';
  actions?: readonly unknown[];
  recordActions: readonly unknown[];
  /** A list of cards, for phones; otherwise a table. */
  isPhone?: boolean;
  pageSize?: number;
}

/** A tab with one table or list of records in some states. */
export function listTab(tab: ListTab): Document {
  const { key, title, collection, fields, sort, direction, recordActions, isPhone = false } = tab;
  const settings = {
    pageSize: tab.pageSize ?? (isPhone ? 10 : 20),
    sorting: [{ field: sort, direction }],
    ...statesScope(tab.states),
  };
  const actions = tab.actions ?? (isPhone ? ['refresh'] : ['filter', 'refresh']);
  const type = isPhone ? 'list' : 'table';
  return { key, title, blocks: [{ key, type, collection, fields, settings, actions, recordActions }] };
}

/** The chooser of a field in a form offers this. */
const offerSteps = (
  block: string,
  field: string,
  { filter, sort }: { filter: object; sort: readonly object[] },
): FieldSteps => ({
  block,
  field,
  stepParams: { selectSettings: { dataScope: { filter }, sortingRule: { sort } } },
});

/** Only classes of service are offered, in their order. */
export const classSteps = (block: string): FieldSteps => offerSteps(block, 'serviceClass', SERVICE_CLASSES);

/** Only records in some states are offered. */
export function stateSteps(block: string, field: string, states: readonly string[]): FieldSteps {
  const filter = { logic: '$and', items: [{ path: 'state', operator: '$in', value: [...states] }] };
  return { block, field, stepParams: { selectSettings: { dataScope: { filter } } } };
}

/** Areas from the community down. */
export const areaSteps = (block: string): FieldSteps =>
  offerSteps(block, 'area', areasOf('community', 'estate', 'building'));

/** 办理 on the rows of a block, without a popup of details. */
export const stepButton = (block: string): OwnAction => ({ block, place: 'record', use: 'HxTransitionActionModel' });

/** 认领 on the rows of a list of needs and in the popup of one. */
export const claimButtons = (block: string): OwnAction[] =>
  [block, `${block}.view.details`].map((each) => ({ block: each, place: 'record', use: 'HxClaimNeedActionModel' }));

/** Saves a form and performs a transition on what was saved. */
export const submitButton = (block: string, transition: string): OwnAction => ({
  block,
  place: 'form',
  use: 'HxSubmitFormActionModel',
  stepParams: { submitSettings: { transition: { name: transition } } },
});

export interface PageParts {
  ownBlocks: OwnBlock[];
  ownActions: OwnAction[];
}

export function joined(...parts: readonly PageParts[]): PageParts {
  return {
    ownBlocks: parts.flatMap(({ ownBlocks }) => ownBlocks),
    ownActions: parts.flatMap(({ ownActions }) => ownActions),
  };
}
