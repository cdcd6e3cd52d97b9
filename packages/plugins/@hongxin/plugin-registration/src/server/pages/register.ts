import type { PageSeed } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS } from '../constants';
import { PRIVACY_NOTICE } from '../privacy-notice';
import { chooserSteps, MEMBER_FORM_GROUPS } from './member-form';

/** A member registers (phone): the notice, the form, save as a draft or submit. */
export const registerPage: PageSeed = {
  key: 'registration/mobile-register',
  version: 1,
  layout: 'mobile',
  roles: ['hx-member'],
  item: { title: '报到登记', icon: 'FormOutlined' },
  sort: 210,
  blueprint: {
    tabs: [
      {
        key: 'register',
        title: '报到登记',
        blocks: [
          {
            key: 'form',
            type: 'createForm',
            collection: MEMBER_REGISTRATIONS,
            fieldGroups: MEMBER_FORM_GROUPS,
            actions: [{ key: 'save', type: 'submit', title: '存为草稿' }],
          },
          { key: 'notice', type: 'markdown', settings: { content: PRIVACY_NOTICE.text.zh } },
        ],
      },
    ],
  },
  ownActions: [{ block: 'form', place: 'form', use: 'HxSubmitFormActionModel' }],
  fieldSteps: chooserSteps('form'),
};
