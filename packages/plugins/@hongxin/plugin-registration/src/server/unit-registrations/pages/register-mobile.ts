import type { PageSeed } from '@hongxin/plugin-foundation';
import { UNIT_REGISTRATIONS } from '../../constants';
import { targetSteps, UNIT_FORM_GROUPS, unitQueue, unitQueueParts } from './pieces';

const MINE = { key: 'mine', title: '我的单位报到', states: [], order: 'desc' } as const;
const { ownBlocks, ownActions } = unitQueueParts(MINE.key, true);

/** The liaison registers the unit and follows it to the receipt (phone). */
export const unitRegisterMobilePage: PageSeed = {
  key: 'registration/mobile-unit-register',
  version: 1,
  layout: 'mobile',
  roles: ['hx-unit'],
  item: { title: '单位报到', icon: 'ShopOutlined' },
  sort: 221,
  blueprint: {
    tabs: [
      unitQueue(MINE, {
        type: 'list',
        fields: ['unit', 'state', 'number', 'targetArea', 'communityOpinion'],
        editable: true,
      }),
      {
        key: 'register',
        title: '新报到',
        blocks: [
          {
            key: 'form',
            type: 'createForm',
            collection: UNIT_REGISTRATIONS,
            fieldGroups: UNIT_FORM_GROUPS,
            actions: [{ key: 'save', type: 'submit', title: '存为草稿' }],
          },
        ],
      },
    ],
  },
  ownBlocks,
  ownActions: [...ownActions, { block: 'form', place: 'form', use: 'HxSubmitFormActionModel' }],
  fieldSteps: [targetSteps('form'), targetSteps('mine.edit.form')],
};
