/** Fields of blocks that show records, and the popups in which they stand. */
import type { CollectionOptions } from '@nocobase/database';
import type { BlueprintAction, BlueprintBlock, BlueprintField } from '../../seeding/pages/blueprint';
import { namesOf, requirePath, titleOf, type Place } from './declared';
import type { ExtraPopup, Fields, RelatedTable, Summary } from './options';

export const CURRENT = { resource: { binding: 'currentRecord' } };

/** Beyond these NocoBase opens a popup as a page and generates content for it. */
const MOST_FIELDS = 20;

export interface Showing {
  place: Place;
  collection: CollectionOptions;
  summaries: readonly Summary[];
}

/**
 * A relation opens a short summary of what it points to, where there is one: left to itself, NocoBase would generate a popup
 * with every field of the target, as a template that all pages share.
 */
function shownField({ place, collection, summaries }: Showing, path: string): BlueprintField {
  const { target } = requirePath(place, collection, path);
  const summary = summaries.find((each) => each.collection.name === target && !path.includes('.'));
  if (!summary) return path;
  const { title = summary.collection.title } = summary;
  summary.fields.forEach((name) => requirePath(`${place}, ${path}`, summary.collection, name));
  const details: BlueprintBlock = { key: 'summary', type: 'details', ...CURRENT, fields: [...summary.fields] };
  return { field: path, popup: { title, tryTemplate: false, blocks: [details] } };
}

export const shownFields = (showing: Showing, paths: readonly string[]): BlueprintField[] =>
  paths.map((path) => shownField(showing, path));

const isGrouped = (fields: Fields): fields is Exclude<Fields, readonly string[]> =>
  fields.some((each) => typeof each !== 'string');

/** As a block of the blueprint takes them: alone or in groups. */
export function inBlock(
  fields: Fields,
  shown: (names: readonly string[]) => BlueprintField[],
): Pick<BlueprintBlock, 'fields' | 'fieldGroups'> {
  if (!isGrouped(fields)) return { fields: shown(fields as readonly string[]) };
  return { fieldGroups: fields.map((group) => ({ ...group, fields: shown(group.fields) })) };
}

/** @throws when NocoBase would turn the popup into a page */
function requireRoom(place: Place, fields: readonly string[]): void {
  if (fields.length > MOST_FIELDS)
    throw new Error(`${place}: ${fields.length} fields are more than the ${MOST_FIELDS} that a popup has room for`);
}

function relatedBlock(
  showing: Showing,
  { relation, collection, fields, key = relation }: RelatedTable,
): BlueprintBlock {
  const field = requirePath(showing.place, showing.collection, relation);
  return {
    key,
    type: 'table',
    title: titleOf(field),
    resource: { binding: 'associatedRecords', associationField: relation },
    fields: shownFields({ ...showing, collection }, fields),
    settings: { pageSize: 10 },
    actions: ['refresh'],
  };
}

/** Opens the whole record, and what hangs on it. */
export function detailsAction(
  showing: Showing,
  popup: { title: string; fields: Fields; related: readonly RelatedTable[] },
): BlueprintAction {
  const shown = inBlock(popup.fields, (names) => shownFields(showing, names));
  const details: BlueprintBlock = { key: 'details', type: 'details', ...CURRENT, ...shown };
  const blocks = [details, ...popup.related.map((each) => relatedBlock(showing, each))];
  requireRoom(showing.place, namesOf(popup.fields));
  return { key: 'view', type: 'view', title: '查看', popup: { title: popup.title, blocks } };
}

export function extraAction(showing: Showing, { key, button, title, record }: ExtraPopup): BlueprintAction {
  const fields = shownFields(showing, record.fields);
  const details: BlueprintBlock = { key: record.key, type: 'details', ...CURRENT, fields };
  return { key, type: 'view', title: button, popup: { title, blocks: [details] } };
}
