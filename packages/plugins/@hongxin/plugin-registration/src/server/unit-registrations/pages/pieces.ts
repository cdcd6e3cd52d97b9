/** Pieces that the pages of units' registrations share. */
import type { OwnAction, OwnBlock } from '@hongxin/plugin-foundation';
import { UNIT_REGISTRATIONS } from '../../constants';
import { statesScope, type Queue } from '../../common/pages/parts';

type Document = Record<string, unknown>;

export const UNIT_FORM_GROUPS = [
  { key: 'unit', title: '报到单位', fields: ['unit', 'targetArea'] },
  { key: 'support', title: '服务队与支持', fields: ['serviceTeam', 'contributions', 'contributionNote'] },
  { key: 'contact', title: '联系人', fields: ['contactName', 'contactPhone'] },
];

const DETAIL_GROUPS = [
  {
    key: 'registration',
    title: '报到',
    fields: ['number', 'state', 'unit', 'area', 'organization', 'registeredOn'],
  },
  ...UNIT_FORM_GROUPS.slice(1),
  { key: 'opinions', title: '意见', fields: ['communityOpinion', 'leaveReason', 'transferToArea'] },
];

/** Of all areas only communities and estates are offered. */
export function targetSteps(block: string, field = 'targetArea') {
  const filter = { logic: '$and', items: [{ path: 'level', operator: '$in', value: ['community', 'estate'] }] };
  return { block, field, stepParams: { selectSettings: { dataScope: { filter } } } };
}

/** Opens the whole registration, with its receipt. */
function viewAction(): Document {
  const resource = { binding: 'currentRecord' };
  return {
    key: 'view',
    type: 'view',
    title: '查看',
    popup: {
      title: '单位报到详情',
      blocks: [{ key: 'details', type: 'details', resource, fieldGroups: DETAIL_GROUPS }],
    },
  };
}

/** Corrected while it is a draft or has been returned; otherwise the button is not there. */
const onlyWhileOpen = {
  key: 'only-while-open',
  title: '草稿和已退回时可修改',
  enable: true,
  condition: {
    logic: '$and',
    items: ['draft', 'returned'].map((value) => ({ path: '{{ ctx.record.state }}', operator: '$ne', value })),
  },
  actions: [{ key: 'hide', name: 'linkageSetActionProps', params: { value: 'hidden' } }],
};

function editAction(): Document {
  return {
    key: 'edit',
    type: 'edit',
    title: '修改',
    settings: { linkageRules: [onlyWhileOpen] },
    popup: {
      title: '修改单位报到',
      blocks: [
        {
          key: 'form',
          type: 'editForm',
          resource: { binding: 'currentRecord' },
          fieldGroups: UNIT_FORM_GROUPS,
          actions: [{ key: 'save', type: 'submit', title: '保存' }],
        },
      ],
    },
  };
}

/** One block of unit registrations in some states: a table on a desk, a list on a phone. */
export function unitQueue(
  queue: Queue,
  options: { type: 'table' | 'list'; fields: readonly string[]; editable?: boolean },
): Document {
  const isTable = options.type === 'table';
  return {
    key: queue.key,
    title: queue.title,
    blocks: [
      {
        key: queue.key,
        type: options.type,
        collection: UNIT_REGISTRATIONS,
        fields: options.fields,
        settings: {
          pageSize: isTable ? 20 : 10,
          sorting: [{ field: 'id', direction: queue.order }],
          ...statesScope(queue.states),
        },
        actions: isTable ? ['filter', 'refresh'] : ['refresh'],
        recordActions: [viewAction(), ...(options.editable ? [editAction()] : [])],
      },
    ],
  };
}

/** Steps, receipt and history in the popup; 办理 on rows and in the popup. */
export function unitQueueParts(tab: string, editable = false): { ownBlocks: OwnBlock[]; ownActions: OwnAction[] } {
  const popup = `${tab}.view`;
  return {
    ownBlocks: [
      { tab, popup, place: 'top', use: 'HxProcessStepsBlockModel' },
      { tab, popup, place: 'bottom', use: 'HxRegistrationReceiptBlockModel' },
    ],
    ownActions: [
      { block: tab, place: 'record', use: 'HxTransitionActionModel' },
      { block: `${popup}.details`, place: 'record', use: 'HxTransitionActionModel' },
      ...(editable ? [{ block: `${tab}.edit.form`, place: 'form' as const, use: 'HxSubmitFormActionModel' }] : []),
    ],
  };
}
