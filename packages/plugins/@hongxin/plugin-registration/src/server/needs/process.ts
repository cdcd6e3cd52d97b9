import { defineProcess } from '@hongxin/rules/mechanism';
import { NEEDS } from '../constants';
import { satisfactionIsKnown } from '../common/satisfaction';
import { COMMUNITY, SYSTEM } from '../common/parties-in-charge';

/** A need of residents, from being raised to being rated by who raised it (domain §2 需求清单). */
export const needProcess = defineProcess({
  key: 'need',
  title: { zh: '需求', en: 'Need' },
  collection: NEEDS,
  stateField: 'state',
  initial: 'raised',
  states: {
    raised: { label: { zh: '已提出', en: 'Raised' }, color: 'blue' },
    reviewed: { label: { zh: '已审核', en: 'Reviewed' }, color: 'cyan' },
    published: { label: { zh: '已发布', en: 'Published' }, color: 'geekblue' },
    claimed: { label: { zh: '已认领', en: 'Claimed' }, color: 'purple' },
    inProgress: { label: { zh: '办理中', en: 'In progress' }, color: 'gold' },
    awaitingRating: { label: { zh: '待评价', en: 'Awaiting rating' }, color: 'orange' },
    closed: { label: { zh: '已办结', en: 'Closed' }, color: 'green', final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, color: 'default', side: true, final: true },
    expired: { label: { zh: '已过期', en: 'Expired' }, color: 'default', side: true, final: true },
  },
  transitions: {
    review: {
      label: { zh: '审核通过', en: 'Review' },
      from: ['raised'],
      to: 'reviewed',
      by: [COMMUNITY, SYSTEM],
      requires: ['serviceClassId'],
      fields: ['serviceClassId', 'peopleWanted', 'skills', 'times', 'wantedBy'],
      appearance: 'primary',
    },
    publish: {
      label: { zh: '发布需求', en: 'Publish' },
      from: ['reviewed'],
      to: 'published',
      by: [COMMUNITY, SYSTEM],
      opinion: 'none',
      confirm: {
        zh: '发布后，单位联络员和在职党员可以看到需求名称和说明，看不到联系人和电话。确定发布吗？',
        en: 'Units and members will see title and description, not who raised it. Publish now?',
      },
      appearance: 'primary',
    },
    claim: {
      label: { zh: '登记认领', en: 'Claim' },
      from: ['published'],
      to: 'claimed',
      by: [COMMUNITY, SYSTEM],
    },
    start: {
      label: { zh: '开始办理', en: 'Start' },
      from: ['claimed'],
      to: 'inProgress',
      by: [COMMUNITY, SYSTEM],
    },
    finish: {
      label: { zh: '办理完成', en: 'Finish' },
      from: ['claimed', 'inProgress'],
      to: 'awaitingRating',
      by: [COMMUNITY, SYSTEM],
      requires: ['result'],
      fields: ['result'],
      appearance: 'primary',
    },
    rate: {
      label: { zh: '评价', en: 'Rate' },
      from: ['awaitingRating'],
      to: 'closed',
      by: ['owner', COMMUNITY, SYSTEM],
      requires: ['satisfaction'],
      fields: ['satisfaction', 'ratingComment'],
      guard: satisfactionIsKnown('satisfaction'),
      opinion: 'none',
      appearance: 'primary',
    },
    reopen: {
      label: { zh: '重新发布', en: 'Publish again' },
      from: ['claimed', 'inProgress'],
      to: 'published',
      by: [COMMUNITY, SYSTEM],
      opinion: 'required',
    },
    withdraw: {
      label: { zh: '撤回需求', en: 'Withdraw' },
      from: ['raised', 'reviewed', 'published'],
      to: 'withdrawn',
      by: ['owner', COMMUNITY, SYSTEM],
      opinion: 'required',
      appearance: 'danger',
    },
    expire: {
      label: { zh: '过期', en: 'Expire' },
      from: ['published'],
      to: 'expired',
      by: [SYSTEM],
    },
  },
});
