import type { PageSeed } from '@hongxin/plugin-foundation';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import { MEMBER_REGISTRATIONS } from '../../constants';
import { PRIVACY_NOTICE } from '../privacy-notice';
import { chooserSteps, MEMBER_FORM_GROUPS } from './form';
import { ownPartsOf, viewAction } from '../../common/pages/parts';

const { ownBlocks, ownActions } = ownPartsOf('mine', 'mine');

/** A registration is corrected while it is a draft or has been returned; otherwise the button is not there. */
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

/** Markdown that NocoBase shows in the reader's language; an administrator edits both texts in one place. */
const inReadersLanguage = ({ zh, en }: LocalizedText): string =>
  ['{% if ctx.locale == "en-US" %}', en, '{% else %}', zh, '{% endif %}'].join('\n');

/** Where a member registers: the form, saved as a draft or submitted, and below it the notice. */
const registerTab = {
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
    { key: 'notice', type: 'markdown', settings: { content: inReadersLanguage(PRIVACY_NOTICE.text) } },
  ],
};

/** The member's own registrations with the receipt, and the form to register (phone). */
export const myRegistrationsPage: PageSeed = {
  key: 'registration/mobile-mine',
  version: 3,
  layout: 'mobile',
  roles: ['hx-member'],
  item: { title: '我的报到', icon: 'IdcardOutlined' },
  sort: 200,
  blueprint: {
    tabs: [
      {
        key: 'mine',
        title: '我的报到',
        blocks: [
          {
            key: 'mine',
            type: 'list',
            collection: MEMBER_REGISTRATIONS,
            fields: ['state', 'number', 'area', 'unit', 'communityOpinion'],
            settings: { pageSize: 5, sorting: [{ field: 'id', direction: 'desc' }] },
            actions: ['refresh'],
            recordActions: [
              viewAction(true),
              {
                key: 'edit',
                type: 'edit',
                title: '修改',
                settings: { linkageRules: [onlyWhileOpen] },
                popup: {
                  title: '修改报到',
                  blocks: [
                    {
                      key: 'form',
                      type: 'editForm',
                      resource: { binding: 'currentRecord' },
                      fieldGroups: MEMBER_FORM_GROUPS,
                      actions: [{ key: 'save', type: 'submit', title: '保存' }],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
      registerTab,
    ],
  },
  ownBlocks: [{ tab: 'mine', place: 'top', use: 'HxRegistrationReceiptBlockModel' }, ...ownBlocks],
  ownActions: [
    ...ownActions,
    { block: 'mine.edit.form', place: 'form', use: 'HxSubmitFormActionModel' },
    { block: 'form', place: 'form', use: 'HxSubmitFormActionModel' },
  ],
  fieldSteps: [...chooserSteps('mine.edit.form'), ...chooserSteps('form')],
};
