import { declarationsOf, type DeclaredModel } from '@hongxin/plugin-foundation/client-v2';
import { REVIEW } from '../../shared/constants';

const { defineBlock } = declarationsOf(REVIEW);

/** Blocks that pages are put together from. */
export const MODELS: readonly DeclaredModel[] = [
  {
    name: 'HxReviewInboxBlockModel',
    load: async () => (await import('./HxReviewInboxBlockModel')).HxReviewInboxBlockModel,
  },
  defineBlock({
    name: 'HxReviewTimelineBlockModel',
    title: '办理过程（审批与流转）',
    icon: 'HistoryOutlined',
    on: 'record',
    load: async () => (await import('../timeline/TimelineOfRecord')).TimelineOfRecord,
  }),
  {
    name: 'HxSupervisionBlockModel',
    load: async () => (await import('./HxSupervisionBlockModel')).HxSupervisionBlockModel,
  },
];
