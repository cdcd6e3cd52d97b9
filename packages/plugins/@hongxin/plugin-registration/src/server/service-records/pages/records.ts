import { listPage, UNIT_NAME } from '../../common/pages';
import hxServiceRecords from '../collection';
import { serviceRecordProcess } from '../process';

const TO_VERIFY = { key: 'toVerify', block: 'HxVerifyRecordsBlockModel' };

/** Hours to verify, several at once; all of them; a correction is a reversing entry (desktop). */
export const serviceRecordsPage = listPage({
  name: 'service-records',
  version: 4,
  title: '服务记录',
  icon: 'FieldTimeOutlined',
  sort: 270,
  collection: hxServiceRecords,
  process: serviceRecordProcess,
  fields: ['memberName', 'post', 'state', 'project', 'startsAt', 'minutes', 'origin'],
  order: '-id',
  details: [
    { key: 'who', title: '服务', fields: ['state', 'memberName', 'unit', 'post', 'project', 'area'] },
    { key: 'when', title: '时长', fields: ['startsAt', 'endsAt', 'minutes', 'origin', 'content'] },
    { key: 'decision', title: '认定', fields: ['certifier', 'certifiedAt', 'rating', 'ratingComment', 'reverses'] },
  ],
  detailsTitle: '服务记录',
  rowActions: ['HxCorrectRecordActionModel'],
  tabs: [
    { ...TO_VERIFY, title: '待认定' },
    { key: 'all', title: '全部记录' },
  ],
  sheet: {
    columns: [
      'memberName',
      UNIT_NAME,
      ['post.title', '岗位'],
      ['project.title', '项目'],
      ['startsAt', '开始时间'],
      ['endsAt', '结束时间'],
      ['minutes', '时长（分钟）'],
      'origin',
      'state',
      'content',
    ],
  },
});

/** Hours to verify on the host's phone. */
export const verifyMobilePage = listPage({
  name: 'mobile-verify',
  version: 2,
  phone: true,
  roles: ['hx-official'],
  title: '时长认定',
  icon: 'FieldTimeOutlined',
  sort: 260,
  tabs: [TO_VERIFY],
});
