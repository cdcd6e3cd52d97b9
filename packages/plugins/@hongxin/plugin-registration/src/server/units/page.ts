import { sheetActions, type PageSeed } from '@hongxin/plugin-foundation';
import { areaFilter } from '@hongxin/plugin-governance';
import { UNITS } from '../constants';
import { GROUP } from '../common/pages/parts';
import { UNIT_SHEET } from '../common/pages/sheets';

const FORM_FIELDS = [
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

/** The liaison is not typed in: whoever accepts an invitation for the unit becomes it. */
const DETAIL_FIELDS = [...FORM_FIELDS, 'liaison'];

/** Units of the area, with their members who have registered (desktop). */
export const unitsPage: PageSeed = {
  key: 'registration/units',
  version: 4,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '单位', icon: 'BankOutlined' },
  sort: 210,
  blueprint: {
    tabs: [
      {
        key: 'units',
        title: '单位',
        blocks: [
          {
            key: 'units',
            type: 'table',
            collection: UNITS,
            fields: ['name', 'kind', 'area', 'partyOrganization', 'contactName', 'contactPhone', 'memberCount'],
            settings: { pageSize: 20, sorting: [{ field: 'name', direction: 'asc' }] },
            actions: [
              'filter',
              'refresh',
              {
                key: 'add',
                type: 'addNew',
                title: '新建单位',
                popup: {
                  title: '新建单位',
                  blocks: [
                    {
                      key: 'form',
                      type: 'createForm',
                      collection: UNITS,
                      fields: FORM_FIELDS,
                      actions: ['submit'],
                    },
                  ],
                },
              },
            ],
            recordActions: [
              {
                key: 'view',
                type: 'view',
                title: '查看',
                popup: {
                  title: '单位详情',
                  blocks: [
                    {
                      key: 'details',
                      type: 'details',
                      resource: { binding: 'currentRecord' },
                      fields: DETAIL_FIELDS,
                    },
                    {
                      key: 'members',
                      type: 'table',
                      title: '党员报到',
                      resource: { binding: 'associatedRecords', associationField: 'registrations' },
                      fields: ['number', 'personName', 'state', 'area'],
                      settings: { pageSize: 10 },
                      actions: ['refresh'],
                    },
                  ],
                },
              },
              {
                key: 'edit',
                type: 'edit',
                title: '编辑',
                popup: {
                  title: '编辑单位',
                  blocks: [
                    {
                      key: 'form',
                      type: 'editForm',
                      resource: { binding: 'currentRecord' },
                      fields: FORM_FIELDS,
                      actions: ['submit'],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    ],
  },
  ownActions: [
    areaFilter('units'),
    ...sheetActions('units', UNIT_SHEET),
    { block: 'units', place: 'record', use: 'HxInviteActionModel' },
    { block: 'units', place: 'record', use: 'HxEndLiaisonActionModel' },
  ],
};
