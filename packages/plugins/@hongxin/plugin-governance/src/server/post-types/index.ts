import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import { keepWhile, pointingTo } from '../common/in-use';
import { commonReason } from '../common/reasons';
import { postTypeAccess } from './access';
import hxPostTypes from './collection';
import { POST_TYPE_CONSTRAINTS } from './constraints';
import { keepNeeded, keepNeededCode } from './keep-needed';
import { takeSeatsAlong } from './seat-keys';
import { POST_TYPES } from './shipped';

/** 岗位类型: which posts there are, and what holding one means. */
export const postTypes = ({ db }: Services): DomainPart => ({
  collections: [hxPostTypes],
  access: [postTypeAccess],
  constraints: POST_TYPE_CONSTRAINTS,
  follows: {
    'hxPostTypes.beforeUpdate': [keepNeededCode],
    'hxPostTypes.afterUpdate': [takeSeatsAlong(db)],
    'hxPostTypes.beforeDestroy': [
      keepNeeded,
      keepWhile(db, pointingTo('hxPostTypes'), (named) => commonReason('RECORD_IN_USE', named), 'title'),
    ],
  },
  shippedRows: [
    {
      collection: 'hxPostTypes',
      rows: POST_TYPES.map((type, index) => ({ ...type, sort: (index + 1) * 10, enabled: true })),
      isNeeded: true,
    },
  ],
});
