/** The pack's own blocks and actions around a list, which follow from its process and from who sees it. */
import type { OwnAction, OwnBlock } from '../../domain';
import { hasField } from './declared';
import type { ListOptions } from './options';
import type { Site } from './site';

const STEPS = 'HxProcessStepsBlockModel';
const HISTORY = 'HxHistoryBlockModel';
/** 办理. */
const TRANSITION = 'HxTransitionActionModel';

/** Blocks in the popup of a record: its steps above the details, its history or what takes its place below. */
function aroundDetails({ process, steps, below }: ListOptions): { top: string[]; bottom: string[] } {
  const bottom = below ?? (process ? HISTORY : undefined);
  return { top: process && steps !== false ? [STEPS] : [], bottom: bottom ? [bottom] : [] };
}

export function ownBlocksOf(tab: string, hasDetails: boolean, list: ListOptions): OwnBlock[] {
  const { top, bottom } = hasDetails ? aroundDetails(list) : { top: [], bottom: [] };
  const inPopup = (popup: string, place: OwnBlock['place'], uses: readonly string[]): OwnBlock[] =>
    uses.map((use) => ({ tab, popup: `${tab}.${popup}`, place, use }));
  return [
    ...(list.above ? [{ tab, place: 'top' as const, use: list.above }] : []),
    ...inPopup('view', 'top', top),
    ...inPopup('view', 'bottom', bottom),
    ...(list.popups ?? []).flatMap(({ key, below }) => inPopup(key, 'bottom', [below])),
  ];
}

/** 按区域查看, for whoever is in charge of several areas: a list of records that have one can be narrowed to it. */
export function areaFilterOf({ house, roles, isPhone }: Site, tab: string, list: ListOptions): OwnAction[] {
  const hasArea = hasField(list.collection, 'areaCode') && roles.includes('hx-official');
  if (isPhone || !house.areaFilter || !(list.byArea ?? hasArea)) return [];
  return [{ block: tab, place: 'collection', use: house.areaFilter }];
}

/** 办理, or what takes its place, on the rows and in the popup; what else stands on the rows. */
export function recordActionsOf(tab: string, hasDetails: boolean, list: ListOptions): OwnAction[] {
  const press = list.press ?? (list.process ? TRANSITION : undefined);
  const blocks = hasDetails ? [tab, `${tab}.view.details`] : [tab];
  return [
    ...(press ? blocks.map((block): OwnAction => ({ block, place: 'record', use: press })) : []),
    ...(list.rowActions ?? []).map((use): OwnAction => ({ block: tab, place: 'record', use })),
  ];
}
