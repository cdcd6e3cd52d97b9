import type Database from '@nocobase/database';
import { children, declaredKey, walk, type FlowModels, type FlowNode } from '../flow-models';
import type { BlueprintAction, BlueprintBlock, BlueprintField } from './blueprint';

/**
 * Where a shown field is a relation, NocoBase generates a popup with every field of the target, saved as a template
 * that all pages share, and takes thousands of queries over it. A seed that says nothing of a popup means none: these
 * fields get an empty one while the page is built, which is taken out again.
 */
const STAND_IN = 'hxNoPopup';

/** Blocks that show fields; in forms a relation is a chooser and has no popup. */
const SHOWING = new Set(['table', 'details', 'list', 'gridCard', 'kanban']);

/** The collection a relation leads to; undefined for other fields. */
export type RelationLookup = (collection: string, field: string) => string | undefined;

export function relationsOf(db: Database): RelationLookup {
  return (collection, field) => db.getCollection(collection)?.getField(field)?.target as string | undefined;
}

/** @param inherited collection of the record whose popup the blocks stand in */
export function withStandIns(
  blocks: readonly BlueprintBlock[],
  relation: RelationLookup,
  inherited?: string,
): BlueprintBlock[] {
  return blocks.map((block) => {
    const collection = collectionOf(block, relation, inherited);
    const isShown = SHOWING.has(block.type ?? '');
    const field = (each: BlueprintField): BlueprintField =>
      isShown && collection ? withStandIn(each, relation, collection) : each;
    const actions = (list: BlueprintBlock['actions']) =>
      list?.map((each) => (typeof each === 'string' ? each : insideAction(each, relation, collection)));
    return {
      ...block,
      ...(block.fields ? { fields: block.fields.map(field) } : {}),
      ...(block.fieldGroups
        ? { fieldGroups: block.fieldGroups.map((group) => ({ ...group, fields: group.fields.map(field) })) }
        : {}),
      ...(block.actions ? { actions: actions(block.actions) } : {}),
      ...(block.recordActions ? { recordActions: actions(block.recordActions) } : {}),
    };
  });
}

/** Takes the stand-ins out of the stored page: the fields show their text, and a click opens nothing. */
export async function removeStandIns(models: FlowModels, nodes: readonly FlowNode[]): Promise<void> {
  for (const node of nodes) {
    const popup = children(node).find((child) => child.subKey === 'page');
    const isStandIn = popup && [...walk(popup)].some((each) => declaredKey(each)?.endsWith(`.${STAND_IN}`));
    if (!isStandIn || isNested(popup)) continue;
    await models.remove(popup.uid);
    const { popupSettings: _opened, ...rest } = node.stepParams ?? {};
    const displayFieldSettings = { ...(rest.displayFieldSettings as object), clickToOpen: { clickToOpen: false } };
    const { clickToOpen: _clickable, ...props } = node.props ?? {};
    await models.upsertModel({ uid: node.uid, props, stepParams: { ...rest, displayFieldSettings } });
  }
}

/** Whether the popup holds more than the stand-in, that is, popups of its own. */
function isNested(popup: FlowNode): boolean {
  return [...walk(popup)].some((each) => each !== popup && children(each).some((child) => child.subKey === 'page'));
}

function collectionOf(block: BlueprintBlock, relation: RelationLookup, inherited?: string): string | undefined {
  const { collection, resource } = block as { collection?: string; resource?: Record<string, string | undefined> };
  if (collection) return collection;
  if (resource?.collectionName) return resource.collectionName;
  if (resource?.associationField && inherited) return relation(inherited, resource.associationField);
  return inherited;
}

function withStandIn(field: BlueprintField, relation: RelationLookup, collection: string): BlueprintField {
  const spec = typeof field === 'string' ? { field } : field;
  const [name] = (spec.field ?? '').split('.');
  if (spec.popup || !name || relation(collection, name) === undefined) return field;
  const empty: BlueprintBlock = { key: STAND_IN, type: 'markdown', settings: { content: '-' } };
  return { ...spec, popup: { tryTemplate: false, blocks: [empty] } };
}

function insideAction(action: BlueprintAction, relation: RelationLookup, collection?: string): BlueprintAction {
  if (!action.popup?.blocks) return action;
  return { ...action, popup: { ...action.popup, blocks: withStandIns(action.popup.blocks, relation, collection) } };
}
