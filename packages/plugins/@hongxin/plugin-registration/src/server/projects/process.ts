import { defineProcess } from '@hongxin/rules/mechanism';
import { CO_PROJECTS } from '../constants';
import { satisfactionIsKnown } from '../common/satisfaction';
import { COMMUNITY, SYSTEM } from '../common/parties-in-charge';

/** A unit takes on a need, does it, and those served rate it (domain §2 项目清单). */
export const projectProcess = defineProcess({
  key: 'coProject',
  title: { zh: '共建项目', en: 'Co-building project' },
  collection: CO_PROJECTS,
  stateField: 'state',
  initial: 'draft',
  states: {
    draft: { label: { zh: '拟定中', en: 'Draft' }, color: 'default' },
    claimed: { label: { zh: '已认领', en: 'Claimed' }, color: 'purple' },
    inProgress: { label: { zh: '实施中', en: 'In progress' }, color: 'gold' },
    awaitingRating: { label: { zh: '待评价', en: 'Awaiting rating' }, color: 'orange' },
    closed: { label: { zh: '已办结', en: 'Closed' }, color: 'green', final: true },
    declined: { label: { zh: '未采纳', en: 'Declined' }, color: 'default', side: true, final: true },
    terminated: { label: { zh: '已终止', en: 'Terminated' }, color: 'default', side: true, final: true },
  },
  transitions: {
    claim: {
      label: { zh: '认领项目', en: 'Claim' },
      from: ['draft'],
      to: 'claimed',
      by: ['owner', COMMUNITY, SYSTEM],
      requires: ['unitId', 'personInCharge', 'measures', 'deadline'],
      opinion: 'none',
      appearance: 'primary',
    },
    start: {
      label: { zh: '同意实施', en: 'Start' },
      from: ['claimed'],
      to: 'inProgress',
      by: [COMMUNITY, SYSTEM],
      appearance: 'primary',
    },
    report: {
      label: { zh: '更新进展', en: 'Report progress' },
      from: ['inProgress'],
      to: 'inProgress',
      by: ['owner', COMMUNITY, SYSTEM],
      requires: ['progress', 'progressNote'],
      fields: ['progress', 'progressNote'],
      opinion: 'none',
    },
    finish: {
      label: { zh: '项目完成', en: 'Finish' },
      from: ['inProgress'],
      to: 'awaitingRating',
      by: ['owner', COMMUNITY, SYSTEM],
      requires: ['effect'],
      fields: ['effect'],
      opinion: 'none',
      appearance: 'primary',
    },
    rate: {
      label: { zh: '评价', en: 'Rate' },
      from: ['awaitingRating'],
      to: 'closed',
      // those served, through the need they raised; the community for those it asked
      by: [{ relation: 'raiserOfNeed' }, COMMUNITY, SYSTEM],
      requires: ['satisfaction'],
      fields: ['satisfaction', 'ratingComment'],
      guard: satisfactionIsKnown('satisfaction'),
      opinion: 'none',
      appearance: 'primary',
    },
    decline: {
      label: { zh: '不采纳', en: 'Decline' },
      from: ['claimed'],
      to: 'declined',
      by: [COMMUNITY, SYSTEM],
      opinion: 'required',
      appearance: 'danger',
    },
    terminate: {
      label: { zh: '终止项目', en: 'Terminate' },
      from: ['claimed', 'inProgress'],
      to: 'terminated',
      by: ['owner', COMMUNITY, SYSTEM],
      opinion: 'required',
      appearance: 'danger',
    },
  },
});
