import type { OwnAction, PageSeed } from '../../domain';
import { children, declaredKey, walk, type FlowModels, type FlowNode } from '../flow-models';
import { findBlock } from './block-address';
import { PLACEHOLDER, UNWANTED } from './prepare-blueprint';

const lastPart = (node: FlowNode): string => declaredKey(node)?.split('.').at(-1) ?? '';

/** Takes out what was only there so that NocoBase would not generate it, and action columns left empty by that. */
export async function removeUnwanted(
  models: FlowModels,
  nodes: readonly FlowNode[],
  keep: ReadonlySet<string>,
): Promise<void> {
  for (const node of nodes.filter((each) => lastPart(each).startsWith(UNWANTED))) await models.remove(node.uid);
  for (const column of nodes.filter((each) => each.use === 'TableActionsColumnModel')) {
    const left = children(column).filter((action) => !lastPart(action).startsWith(UNWANTED));
    if (left.length === 0 && !keep.has(column.uid)) await models.remove(column.uid);
  }
}

/** Puts our own blocks where the placeholders stand; place and key stay. */
export async function putOwnBlocks(models: FlowModels, nodes: readonly FlowNode[], seed: PageSeed): Promise<void> {
  for (const [index, block] of (seed.ownBlocks ?? []).entries()) {
    const node = nodes.find((each) => lastPart(each) === `${PLACEHOLDER}${index}`);
    if (!node) throw new Error(`the place of own block ${block.use} in tab "${block.tab}" is missing`);
    const stepParams = {
      ...structuredClone(block.stepParams ?? {}),
      __flowSurfaceMeta: node.stepParams?.__flowSurfaceMeta,
    };
    await models.upsertModel({ uid: node.uid, use: block.use, props: {}, decoratorProps: {}, stepParams });
  }
}

/** The node that holds a block's actions of this place: the block itself, a table's action column, a list's item. */
function holderOf(block: FlowNode, action: OwnAction): FlowNode {
  if (action.place !== 'record') return block;
  const holders = children(block).filter((child) => child.use === 'TableActionsColumnModel' || child.subKey === 'item');
  return holders[0] ?? block;
}

/** @returns uids of the nodes that hold at least one action of ours */
export async function addOwnActions(
  models: FlowModels,
  nodes: readonly FlowNode[],
  seed: PageSeed,
): Promise<Set<string>> {
  const holders = new Set<string>();
  for (const action of seed.ownActions ?? []) {
    const block = findBlock(nodes, action.block);
    const holder = holderOf(block, action);
    if (action.place === 'record' && block.use === 'TableBlockModel' && holder === block) {
      throw new Error(`table "${action.block}" has no column of record actions for ${action.use}`);
    }
    holders.add(holder.uid);
    await models.upsertModel({
      parentId: holder.uid,
      subKey: 'actions',
      subType: 'array',
      use: action.use,
      props: {},
      stepParams: structuredClone(action.stepParams ?? {}),
      flowRegistry: {},
    });
  }
  return holders;
}

/** Sets what the seed says about the model behind a field: which records a chooser offers, in which order. */
export async function setFieldSteps(models: FlowModels, nodes: readonly FlowNode[], seed: PageSeed): Promise<void> {
  for (const { block, field, stepParams } of seed.fieldSteps ?? []) {
    const item = [...walk(findBlock(nodes, block))].find((node) => fieldOf(node) === field && node.subModels?.field);
    const model = item?.subModels?.field;
    if (!model || Array.isArray(model)) throw new Error(`block "${block}" has no field "${field}"`);
    await models.upsertModel({ uid: model.uid, stepParams: { ...model.stepParams, ...structuredClone(stepParams) } });
  }
}

interface FieldInit {
  collectionName?: string;
  fieldPath?: string;
}

/** Which field of which collection a column or an item shows. */
export const fieldInitOf = (node: FlowNode): FieldInit | undefined =>
  (node.stepParams?.fieldSettings as { init?: FieldInit } | undefined)?.init;

const fieldOf = (node: FlowNode): string | undefined => fieldInitOf(node)?.fieldPath;

/** Personal fields are shown masked, with 查看原文 for those who may; NocoBase would show them as plain text. */
export async function showPersonalFields(
  models: FlowModels,
  nodes: readonly FlowNode[],
  isRevealable: (collection: string, field: string) => boolean,
): Promise<void> {
  for (const node of nodes.filter(({ use }) => use === 'DisplayTextFieldModel')) {
    const { collectionName, fieldPath } = fieldInitOf(node) ?? {};
    if (!collectionName || !fieldPath || !isRevealable(collectionName, fieldPath)) continue;
    await models.upsertModel({ uid: node.uid, use: 'HxPersonalFieldModel', stepParams: node.stepParams });
  }
}

/** NocoBase calls the only tab of every popup "Details"; it is named as the popup is. */
export async function namePopups(models: FlowModels, nodes: readonly FlowNode[]): Promise<void> {
  for (const node of nodes) {
    const title = (node.stepParams?.popupSettings as { openView?: { title?: string } } | undefined)?.openView?.title;
    const tabs = children(node).flatMap((page) => (page.subKey === 'page' ? children(page) : []));
    const [tab] = tabs;
    if (!title || !tab || tabs.length > 1) continue;
    const stepParams = { ...tab.stepParams, pageTabSettings: { tab: { title } } };
    await models.upsertModel({ uid: tab.uid, props: { ...tab.props, title }, stepParams });
  }
}
