import hxMemberRegistrations from '../members/collection';
import { ALL_OR_NOTHING, AREA_CODE, listPage } from '../common/pages';
import hxUnits from './collection';

const FORM = [
  'name',
  'kind',
  'creditCode',
  'superior',
  'partyOrganization',
  'area',
  'address',
  'contactName',
  'contactPhone',
  'memberCount',
];

/** Units of the area, with their members who have registered (desktop). */
export const unitsPage = listPage({
  name: 'units',
  version: 4,
  title: '单位',
  icon: 'BankOutlined',
  sort: 210,
  collection: hxUnits,
  words: { edit: '编辑', save: undefined },
  fields: ['name', 'kind', 'area', 'partyOrganization', 'contactName', 'contactPhone', 'memberCount'],
  order: 'name',
  form: FORM,
  // the liaison is not typed in: whoever accepts an invitation for the unit becomes it
  details: [...FORM, 'liaison'],
  related: [
    {
      key: 'members',
      relation: 'registrations',
      collection: hxMemberRegistrations,
      fields: ['number', 'personName', 'state', 'area'],
    },
  ],
  rowActions: ['HxInviteActionModel', 'HxEndLiaisonActionModel'],
  tabs: [{ key: 'units' }],
  sheet: {
    explain: `单位所在地按区划代码匹配。${ALL_OR_NOTHING}`,
    columns: FORM.map((field) => (field === 'area' ? AREA_CODE : field)),
  },
});
