import { sheetActions, type PageSeed } from '@hongxin/plugin-foundation';
import { areaFilter } from '@hongxin/plugin-governance';
import { SERVICE_RECORDS } from '../../constants';
import { detailsAction, joined, listTab } from '../../common/pages/list-parts';
import { GROUP, ownPartsOf } from '../../common/pages/parts';
import { SERVICE_RECORD_SHEET } from '../../common/pages/sheets';

const RECORD_DETAILS = [
  { key: 'who', title: '服务', fields: ['state', 'memberName', 'unit', 'post', 'project', 'area'] },
  { key: 'when', title: '时长', fields: ['startsAt', 'endsAt', 'minutes', 'origin', 'content'] },
  { key: 'decision', title: '认定', fields: ['certifier', 'certifiedAt', 'rating', 'ratingComment', 'reverses'] },
];

/** Hours to verify, several at once; all of them; a correction is a reversing entry (desktop). */
export const serviceRecordsPage: PageSeed = {
  key: 'registration/service-records',
  version: 4,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '服务记录', icon: 'FieldTimeOutlined' },
  sort: 270,
  blueprint: {
    tabs: [
      { key: 'toVerify', title: '待认定', blocks: [] },
      listTab({
        key: 'all',
        title: '全部记录',
        collection: SERVICE_RECORDS,
        states: [],
        fields: ['memberName', 'post', 'state', 'project', 'startsAt', 'minutes', 'origin'],
        sort: 'id',
        direction: 'desc',
        recordActions: [detailsAction('服务记录', RECORD_DETAILS)],
      }),
    ],
  },
  ...joined(
    { ownBlocks: [{ tab: 'toVerify', place: 'top', use: 'HxVerifyRecordsBlockModel' }], ownActions: [] },
    ownPartsOf('all', 'all'),
    {
      ownBlocks: [],
      ownActions: [
        areaFilter('all'),
        { block: 'all', place: 'record', use: 'HxCorrectRecordActionModel' },
        ...sheetActions('all', SERVICE_RECORD_SHEET),
      ],
    },
  ),
};

/** Hours to verify on the host's phone. */
export const verifyMobilePage: PageSeed = {
  key: 'registration/mobile-verify',
  version: 2,
  layout: 'mobile',
  roles: ['hx-official'],
  item: { title: '时长认定', icon: 'FieldTimeOutlined' },
  sort: 260,
  blueprint: { tabs: [{ key: 'toVerify', title: '时长认定', blocks: [] }] },
  ownBlocks: [{ tab: 'toVerify', place: 'top', use: 'HxVerifyRecordsBlockModel' }],
};
