import { declarationsOf, type DeclaredModel } from '@hongxin/plugin-foundation/client-v2';
import { Empty } from 'antd';
import React from 'react';
import { NAMESPACE, NEEDS, SERVICE_RECORDS, UNITS, YEAR_FEEDBACKS } from './constants';

const { defineBlock, defineRecordAction } = declarationsOf(NAMESPACE);

/** States in which somebody may still claim a need or places of what meets it. */
const OPEN_STATES = ['published', 'claimed', 'inProgress'];

/** Blocks and actions that pages are put together from. */
export const MODELS: readonly DeclaredModel[] = [
  // members
  defineBlock({
    name: 'HxMemberHomeBlockModel',
    title: '我的',
    icon: 'UserOutlined',
    load: async () => (await import('./home/MemberHome')).MemberHome,
  }),
  defineBlock({
    name: 'HxRegistrationReceiptBlockModel',
    title: '报到回执',
    icon: 'SafetyCertificateOutlined',
    on: 'anywhere',
    load: async () => (await import('./components/RegistrationReceipt')).RegistrationReceipt,
  }),
  // units
  defineBlock({
    name: 'HxMemberUploadBlockModel',
    title: '批量报到',
    icon: 'FileExcelOutlined',
    load: async () => (await import('./components/MemberUpload')).MemberUpload,
  }),
  defineBlock({
    name: 'HxBalanceBlockModel',
    title: '统筹均衡',
    icon: 'BarChartOutlined',
    load: async () => (await import('./balance/BalanceTable')).BalanceTable,
  }),
  // for popups of registrations without the steps that say it as well
  defineBlock({
    name: 'HxOverloadNoteBlockModel',
    title: '容量提示',
    icon: 'AlertOutlined',
    on: 'anywhere',
    load: async () => {
      const { CapacityNote } = await import('./balance/capacity-notes');
      return ({ record }) => (record ? <CapacityNote record={record} /> : null);
    },
  }),
  defineRecordAction({
    name: 'HxEndLiaisonActionModel',
    title: '解除联络员',
    button: '解除联络员',
    sort: 31,
    collections: [UNITS],
    hiddenWhen: ({ liaisonId }) => liaisonId === null, // known to have none
    unchosen: '请先选择一个单位',
    load: async () => {
      const { EndLiaison } = await import('./units/EndLiaison');
      return ({ recordKey, finish }) => <EndLiaison unitId={recordKey} onDone={finish} />;
    },
  }),
  // needs
  defineBlock({
    name: 'HxNeedMatchesBlockModel',
    title: '匹配建议',
    icon: 'BulbOutlined',
    on: 'anywhere',
    load: async () => {
      const { NeedMatches } = await import('./service/NeedMatches');
      return ({ record }) => (record ? <NeedMatches needId={record.key} /> : null);
    },
  }),
  defineBlock({
    name: 'HxNeedPosterBlockModel',
    title: '居民扫码',
    icon: 'QrcodeOutlined',
    on: 'anywhere',
    load: async () => (await import('./service/NeedPoster')).NeedPoster,
  }),
  // for members places of what meets the need, for liaisons also the need itself
  defineRecordAction({
    name: 'HxClaimNeedActionModel',
    title: '认领需求',
    button: '认领',
    sort: 20,
    collections: [NEEDS],
    hiddenWhen: ({ state }) => typeof state === 'string' && !OPEN_STATES.includes(state),
    unchosen: '请先选择一项需求',
    load: async () => {
      const { ClaimNeed } = await import('./claiming/ClaimNeed');
      return ({ recordKey, changed, finish }) => (
        <ClaimNeed needId={recordKey} onClaimed={changed} onTakenOn={finish} />
      );
    },
  }),
  // service
  defineBlock({
    name: 'HxOpenPostsBlockModel',
    title: '招募中的岗位',
    icon: 'HeartOutlined',
    on: 'anywhere',
    load: async () => (await import('./service/OpenPosts')).OpenPosts,
  }),
  defineBlock({
    name: 'HxMyHoursBlockModel',
    title: '我的时长',
    icon: 'FieldTimeOutlined',
    on: 'anywhere',
    load: async () => (await import('./service/MyHours')).MyHours,
  }),
  defineBlock({
    name: 'HxVerifyRecordsBlockModel',
    title: '待认定记录',
    icon: 'FieldTimeOutlined',
    on: 'anywhere',
    load: async () => (await import('./service/VerifyRecords')).VerifyRecords,
  }),
  defineRecordAction({
    name: 'HxCorrectRecordActionModel',
    title: '更正服务时长',
    button: '更正',
    sort: 21,
    collections: [SERVICE_RECORDS],
    // only verified hours that still stand can be corrected
    hiddenWhen: ({ state, origin, reversedAt }) =>
      (state ?? 'verified') !== 'verified' || origin === 'reversal' || Boolean(reversedAt),
    unchosen: '请先选择一条服务记录',
    load: async () => {
      const { CorrectRecord } = await import('./service/CorrectRecord');
      return ({ recordKey, finish }) => <CorrectRecord recordId={recordKey} onDone={finish} />;
    },
  }),
  // feedback of a year
  defineBlock({
    name: 'HxFeedbackYearBlockModel',
    title: '年度反馈办理',
    icon: 'AuditOutlined',
    load: async () => (await import('./components/FeedbackYear')).FeedbackYear,
  }),
  defineBlock({
    name: 'HxFeedbackExplanationBlockModel',
    title: '计分说明',
    icon: 'CalculatorOutlined',
    on: 'anywhere',
    load: async () => {
      const { FeedbackExplanation } = await import('./components/FeedbackExplanation');
      return ({ record }) =>
        record?.collection === YEAR_FEEDBACKS ? <FeedbackExplanation of={record.key} /> : <Empty />;
    },
  }),
];
