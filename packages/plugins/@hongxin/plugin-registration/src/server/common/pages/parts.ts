/** Pieces that several pages of registrations share. */
import type { OwnAction, OwnBlock } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS } from '../../constants';

type Document = Record<string, unknown>;

export const GROUP = { title: '双报到', icon: 'TeamOutlined' };

/**
 * Fields of the details popup, at most twenty: beyond that NocoBase opens it as a page. The door number is for those
 * in charge of the place.
 */
export function detailGroups(withHome: boolean): Document[] {
  return [
    {
      key: 'registration',
      title: '报到',
      fields: ['number', 'state', 'area', 'organization', 'receiptNumber', 'receiptAt'],
    },
    {
      key: 'member',
      title: '党员',
      fields: ['personName', 'phone', 'unit', 'position', 'homeArea', ...(withHome ? ['doorNumber'] : [])],
    },
    { key: 'service', title: '服务', fields: ['skills', 'serviceIntentions', 'availableTimes'] },
    { key: 'opinions', title: '意见', fields: ['unitOpinion', 'communityOpinion', 'leaveReason', 'transferToArea'] },
  ];
}

/** Opens the whole registration: its steps above, its history below (own blocks, see `popupBlocks`). */
export function viewAction(withHome: boolean): Document {
  const resource = { binding: 'currentRecord' };
  return {
    key: 'view',
    type: 'view',
    title: '查看',
    popup: {
      title: '报到详情',
      blocks: [{ key: 'details', type: 'details', resource, fieldGroups: detailGroups(withHome) }],
    },
  };
}

/** The own blocks and the 办理 button of a popup opened by `viewAction`, and 办理 on the rows themselves. */
export function ownPartsOf(tab: string, block: string): { ownBlocks: OwnBlock[]; ownActions: OwnAction[] } {
  const popup = `${block}.view`;
  return {
    ownBlocks: [
      { tab, popup, place: 'top', use: 'HxProcessStepsBlockModel' },
      { tab, popup, place: 'bottom', use: 'HxHistoryBlockModel' },
    ],
    ownActions: [
      { block, place: 'record', use: 'HxTransitionActionModel' },
      { block: `${popup}.details`, place: 'record', use: 'HxTransitionActionModel' },
    ],
  };
}

/** Registrations in some states; all of them when no state is given. */
export function statesScope(states: readonly string[]): Document {
  return states.length === 0
    ? {}
    : { dataScope: { logic: '$and', items: [{ path: 'state', operator: '$in', value: [...states] }] } };
}

export interface Queue {
  key: string;
  title: string;
  states: readonly string[];
  /** Work queues show the oldest first, archives the newest. */
  order: 'asc' | 'desc';
}

/** A tab with one table of registrations in some states. */
export function queueTab(
  queue: Queue,
  fields: readonly string[],
  actions: readonly unknown[],
  withHome: boolean,
): Document {
  const sorting = [{ field: 'consentAt', direction: queue.order }];
  return {
    key: queue.key,
    title: queue.title,
    blocks: [
      {
        key: queue.key,
        type: 'table',
        collection: MEMBER_REGISTRATIONS,
        fields,
        settings: { pageSize: 20, sorting, ...statesScope(queue.states) },
        actions,
        recordActions: [viewAction(withHome)],
      },
    ],
  };
}

/** A tab with one list of registrations, for phones. */
export function queueList(queue: Queue, fields: readonly string[], withHome: boolean): Document {
  const sorting = [{ field: 'consentAt', direction: queue.order }];
  return {
    key: queue.key,
    title: queue.title,
    blocks: [
      {
        key: queue.key,
        type: 'list',
        collection: MEMBER_REGISTRATIONS,
        fields,
        settings: { pageSize: 10, sorting, ...statesScope(queue.states) },
        actions: ['refresh'],
        recordActions: [viewAction(withHome)],
      },
    ],
  };
}
