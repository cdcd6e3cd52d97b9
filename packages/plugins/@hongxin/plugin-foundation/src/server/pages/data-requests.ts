import hxDataRequests from '../collections/hxDataRequests';
import { dataRequestProcess } from '../privacy/data-request-process';
import { listPage } from './house';

/** 个人信息请求: what people ask about their own data, and the answers. */
export const dataRequestsPage = listPage({
  name: 'data-requests',
  version: 2,
  title: '个人信息请求',
  icon: 'FileProtectOutlined',
  sort: 901,
  collection: hxDataRequests,
  process: dataRequestProcess,
  fields: ['kind', 'state', 'about', 'owner', 'reason', 'requestedAt'],
  details: ['kind', 'about', 'owner', 'proposedValue', 'reason', 'state', 'requestedAt', 'answer', 'decidedAt'],
  detailsTitle: '个人信息请求',
  tabs: [
    { key: 'open', title: '待办理', states: ['submitted', 'inProgress'], order: 'requestedAt' },
    { key: 'all', title: '全部', order: '-requestedAt' },
  ],
});
