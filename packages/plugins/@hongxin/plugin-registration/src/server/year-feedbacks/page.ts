import { sheetActions, type OwnAction, type OwnBlock, type PageSeed } from '@hongxin/plugin-foundation';
import { areaFilter } from '@hongxin/plugin-governance';
import { YEAR_FEEDBACKS } from '../constants';
import { GROUP, statesScope } from '../common/pages/parts';
import { FEEDBACK_SHEET } from '../common/pages/sheets';

type Document = Record<string, unknown>;

interface FeedbackQueue {
  key: string;
  title: string;
  states: readonly string[];
}

const QUEUES: readonly FeedbackQueue[] = [
  { key: 'toComment', title: '待评议', states: ['computed', 'objected'] },
  { key: 'toSign', title: '待签收', states: ['commented'] },
  { key: 'toIssue', title: '待反馈', states: ['signed'] },
  { key: 'all', title: '全部', states: [] },
];
const FIELDS = ['year', 'subjectName', 'state', 'subject', 'unit', 'area', 'hours', 'times', 'grade'];

const DETAIL_GROUPS = [
  { key: 'whose', title: '反馈对象', fields: ['year', 'subjectName', 'unit', 'area', 'state'] },
  { key: 'result', title: '结果', fields: ['hours', 'times', 'claimsServed', 'total', 'grade'] },
  { key: 'community', title: '社区', fields: ['communityPoints', 'bonusPoints', 'communityComment'] },
  { key: 'unit', title: '单位', fields: ['unitOpinion', 'signature', 'signedAt', 'objection', 'issuedAt', 'issuedTo'] },
];

function viewAction(): Document {
  const resource = { binding: 'currentRecord' };
  return {
    key: 'view',
    type: 'view',
    title: '查看',
    popup: {
      title: '年度反馈',
      blocks: [{ key: 'details', type: 'details', resource, fieldGroups: DETAIL_GROUPS }],
    },
  };
}

function queue({ key, title, states }: FeedbackQueue, type: 'table' | 'list', fields: readonly string[]): Document {
  const isTable = type === 'table';
  return {
    key,
    title,
    blocks: [
      {
        key,
        type,
        collection: YEAR_FEEDBACKS,
        fields,
        // newest year first; by name, never by points (domain §0)
        settings: {
          pageSize: isTable ? 20 : 10,
          sorting: [
            { field: 'year', direction: 'desc' },
            { field: 'subjectName', direction: 'asc' },
          ],
          ...statesScope(states),
        },
        actions: isTable ? ['filter', 'refresh'] : ['refresh'],
        recordActions: [viewAction()],
      },
    ],
  };
}

function partsOf(key: string, withYear: boolean): { ownBlocks: OwnBlock[]; ownActions: OwnAction[] } {
  const popup = `${key}.view`;
  return {
    ownBlocks: [
      ...(withYear ? [{ tab: key, place: 'top' as const, use: 'HxFeedbackYearBlockModel' }] : []),
      { tab: key, popup, place: 'top', use: 'HxProcessStepsBlockModel' },
      { tab: key, popup, place: 'bottom', use: 'HxFeedbackExplanationBlockModel' },
    ],
    ownActions: [
      { block: key, place: 'record', use: 'HxTransitionActionModel' },
      { block: `${popup}.details`, place: 'record', use: 'HxTransitionActionModel' },
    ],
  };
}

const parts = QUEUES.map(({ key }) => partsOf(key, true));

/** The year's feedbacks: the community's work queue, the unit's signature (desktop). */
export const yearFeedbacksPage: PageSeed = {
  key: 'registration/year-feedbacks',
  version: 5,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official', 'hx-unit'],
  group: GROUP,
  item: { title: '年度反馈', icon: 'AuditOutlined' },
  sort: 290,
  blueprint: { tabs: QUEUES.map((each) => queue(each, 'table', FIELDS)) },
  ownBlocks: parts.flatMap(({ ownBlocks }) => ownBlocks),
  ownActions: [
    ...QUEUES.map(({ key }) => areaFilter(key)),
    ...parts.flatMap(({ ownActions }) => ownActions),
    ...sheetActions('all', FEEDBACK_SHEET),
  ],
};

const TO_SIGN: FeedbackQueue = { key: 'toSign', title: '待签收反馈', states: ['commented'] };

/** What waits for the unit's signature, on a phone. */
export const feedbackMobilePage: PageSeed = {
  key: 'registration/mobile-feedback',
  version: 3,
  layout: 'mobile',
  roles: ['hx-unit'],
  item: { title: '年度反馈', icon: 'AuditOutlined' },
  sort: 290,
  blueprint: { tabs: [queue(TO_SIGN, 'list', ['subjectName', 'year', 'hours', 'grade', 'state'])] },
  ...partsOf(TO_SIGN.key, true),
};
