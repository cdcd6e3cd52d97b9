import { listPage } from '../common/pages';
import hxInvitations from '../invitations/collection';
import hxAccountRequests from './collection';
import { accountRequestProcess } from './process';

/** 账号申请: units and social organisations that ask for an account, and invitations of members. */
export const accountsPage = listPage({
  name: 'accounts',
  version: 3,
  title: '账号申请',
  icon: 'UserAddOutlined',
  sort: 109,
  collection: hxAccountRequests,
  process: accountRequestProcess,
  steps: false,
  byArea: false,
  summaries: false,
  fields: ['organizationName', 'state', 'kind', 'applicantName', 'phone', 'area', 'requestedAt'],
  details: [
    'organizationName',
    'creditCode',
    'kind',
    'applicantName',
    'phone',
    'area',
    'note',
    'state',
    'requestedAt',
    'answer',
    'decidedAt',
  ],
  detailsTitle: '账号申请',
  tabs: [
    { key: 'waiting', title: '待办理', states: ['submitted', 'approved'], order: 'requestedAt' },
    { key: 'everything', title: '全部', order: '-requestedAt' },
    {
      key: 'invitations',
      title: '注册邀请',
      collection: hxInvitations,
      above: 'HxInviteBlockModel',
      byArea: false,
      summaries: false,
      fields: ['name', 'kind', 'area', 'issuedAt', 'expiresAt', 'usedAt'],
      order: '-issuedAt',
      tools: ['refresh'],
    },
  ],
});
