import type { WorkflowSeed } from '@hongxin/plugin-foundation';
import {
  BRANCH,
  NODE_TYPE,
  TRIGGER_TYPE,
  type ReviewNodeConfig,
  type TransitionTriggerConfig,
} from '@hongxin/plugin-review';
import { MEMBER_REGISTRATIONS } from '../constants';

const trigger: TransitionTriggerConfig = {
  collection: MEMBER_REGISTRATIONS,
  on: 'state',
  // also what the unit has confirmed without the review: the community still has to accept it
  states: ['submitted', 'unitConfirmed'],
  includeExisting: true,
};

const TITLE = '{{$context.data.personName}}的报到';
const SHOWN = [
  'number',
  'personName',
  'phone',
  'unit',
  'position',
  'homeArea',
  'skills',
  'serviceIntentions',
  'availableTimes',
];
const shown = (...more: string[]): ReviewNodeConfig['fields'] =>
  [...SHOWN, ...more].map((name) => ({ name, mode: 'read' }));

/** The employer confirms who works there, and need not know where they live to the door. */
const unitConfirms: ReviewNodeConfig = {
  title: TITLE,
  assignees: [{ type: 'unitLiaison' }],
  mode: { kind: 'any' },
  excludeApplicant: true,
  deadline: { kind: 'working', amount: 2, unit: 'day' },
  onTimeout: 'remind',
  // a unit without a liaison does not hold its members up
  onNobody: 'skip',
  allow: { return: true, reject: false, transfer: false, addSigner: false, withdraw: true, batch: true },
  returnTo: 'applicant',
  fields: shown(),
  outcome: { approved: 'confirm', returned: 'return' },
  allowDirect: true,
};

const communityAccepts: ReviewNodeConfig = {
  title: TITLE,
  assignees: [{ type: 'postHolder', postTypes: ['communityWorker', 'communitySecretary'], level: 'community' }],
  mode: { kind: 'any' },
  excludeApplicant: true,
  deadline: { kind: 'working', amount: 2, unit: 'day' },
  onTimeout: 'remind',
  allow: { return: true, reject: false, transfer: true, addSigner: false, withdraw: true, batch: true },
  returnTo: 'applicant',
  fields: shown('doorNumber', 'unitOpinion'),
  outcome: { approved: 'accept', returned: 'return' },
  allowDirect: true,
};

/**
 * The unit confirms, the community accepts [found: 双重管理]; two working days each [default]. Whoever is entitled may also
 * act on the record directly, which then stands for the review.
 */
export const memberRegistrationWorkflow: WorkflowSeed = {
  key: 'hxMemberRegistration',
  version: 1,
  title: { zh: '党员报到审批', en: 'Member registration review' },
  type: TRIGGER_TYPE,
  config: { ...trigger },
  enabled: true,
  nodes: [
    {
      key: 'hxRegistrationIsNew',
      type: 'condition',
      title: '是否待单位确认',
      config: {
        rejectOnFalse: false,
        engine: 'basic',
        calculation: {
          group: {
            type: 'and',
            calculations: [{ calculator: 'equal', operands: ['{{$context.to}}', 'submitted'] }],
          },
        },
      },
    },
    {
      key: 'hxRegistrationUnit',
      type: NODE_TYPE,
      title: '单位确认',
      config: { ...unitConfirms },
      after: 'hxRegistrationIsNew',
      branchIndex: BRANCH.approved,
    },
    {
      key: 'hxRegistrationCommunity',
      type: NODE_TYPE,
      title: '社区接收',
      config: { ...communityAccepts },
      after: 'hxRegistrationIsNew',
    },
    {
      key: 'hxRegistrationNotice',
      type: 'notification',
      title: '通知本人已接收',
      config: {
        channelName: 'hx-review',
        receivers: ['{{$context.data.ownerId}}'],
        title: '您的报到已被社区接收',
        content: '请在“我的报到”中查看回执。',
        ignoreFail: true,
      },
      after: 'hxRegistrationCommunity',
    },
  ],
};
