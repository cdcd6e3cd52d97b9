import { listPage } from '../../common/pages';
import { UNIT_FORM, unitRegistrations } from './list';

/** The liaison registers the unit and follows it to the receipt (phone). */
export const unitRegisterMobilePage = listPage({
  ...unitRegistrations,
  name: 'mobile-unit-register',
  phone: true,
  roles: ['hx-unit'],
  title: '单位报到',
  icon: 'ShopOutlined',
  sort: 221,
  form: UNIT_FORM,
  offers: {
    targetArea: {
      filter: { logic: '$and', items: [{ path: 'level', operator: '$in', value: ['community', 'estate'] }] },
    },
  },
  tabs: [
    {
      key: 'mine',
      title: '我的单位报到',
      fields: ['unit', 'state', 'number', 'targetArea', 'communityOpinion'],
      order: '-id',
      add: false,
      edit: { submit: 'submit' },
    },
    { key: 'register', title: '新报到', register: { save: '存为草稿', submit: 'submit' } },
  ],
});
