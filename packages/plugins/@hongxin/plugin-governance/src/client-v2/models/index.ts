import { declarationsOf, type DeclaredModel } from '@hongxin/plugin-foundation/client-v2';
import { NAMESPACE } from '../constants';

const { defineBlock, defineRecordAction } = declarationsOf(NAMESPACE);

/** Blocks and actions that pages are put together from. */
export const MODELS: readonly DeclaredModel[] = [
  defineBlock({
    name: 'HxGovernanceOverviewBlockModel',
    title: '治理总览',
    icon: 'DashboardOutlined',
    load: async () => (await import('../components/GovernanceOverview')).GovernanceOverview,
  }),
  defineBlock({
    name: 'HxOrganizationTreeBlockModel',
    title: '组织架构',
    icon: 'ApartmentOutlined',
    load: async () => (await import('../components/OrganizationTree')).OrganizationTree,
  }),
  defineBlock({
    name: 'HxCoverageGapsBlockModel',
    title: '覆盖缺口',
    icon: 'AlertOutlined',
    load: async () => (await import('../components/CoverageGaps')).CoverageGaps,
  }),
  {
    name: 'HxAreaFilterActionModel',
    load: async () => (await import('./HxAreaFilterActionModel')).HxAreaFilterActionModel,
  },
  defineBlock({
    name: 'HxInviteBlockModel',
    title: '邀请党员注册',
    icon: 'UserAddOutlined',
    load: async () => (await import('../join/InviteCard')).InviteCard,
  }),
  // a single-use link by which somebody becomes a person's account or a unit's liaison
  defineRecordAction({
    name: 'HxInviteActionModel',
    title: '邀请开通账号',
    button: '邀请',
    sort: 30,
    collections: ['hxPersons', 'hxUnits'],
    unchosen: '请先选择一条记录',
    load: async () => (await import('../join/InviteForRecord')).InviteForRecord,
  }),
];
