import { listPage } from '../../common/pages';
import { PRIVACY_NOTICE } from '../privacy-notice';
import { MEMBER_FORM, members } from './list';

/** The member's own registrations with the receipt, and the form to register, its notice below it (phone). */
export const myRegistrationsPage = listPage({
  ...members,
  name: 'mobile-mine',
  version: 3,
  phone: true,
  roles: ['hx-member'],
  title: '我的报到',
  icon: 'IdcardOutlined',
  sort: 200,
  form: MEMBER_FORM,
  // both choosers search by name as one types
  offers: {
    homeArea: { filter: { logic: '$and', items: [{ path: 'level', operator: '$eq', value: 'building' }] } },
    unit: { sort: [{ field: 'name', direction: 'asc' }] },
  },
  tabs: [
    {
      key: 'mine',
      above: 'HxRegistrationReceiptBlockModel',
      fields: ['state', 'number', 'area', 'unit', 'communityOpinion'],
      order: '-id',
      pageSize: 5,
      add: false,
      edit: { submit: 'submit' },
    },
    {
      key: 'register',
      title: '报到登记',
      register: { save: '存为草稿', submit: 'submit', text: PRIVACY_NOTICE.text },
    },
  ],
});
