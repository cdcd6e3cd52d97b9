/** What the lists of members' registrations share, and the member's form. */
import type { ListOptions } from '@hongxin/plugin-foundation';
import hxMemberRegistrations from '../collection';
import { memberRegistration } from '../process';

/** An ordinary form of NocoBase, so that an administrator adds fields to it without code. */
export const MEMBER_FORM = [
  { key: 'who', title: '基本信息', fields: ['personName', 'phone', 'unit', 'position'] },
  { key: 'home', title: '居住地', fields: ['homeArea', 'doorNumber'] },
  { key: 'service', title: '服务意向（选填）', fields: ['skills', 'serviceIntentions', 'availableTimes'] },
  { key: 'consent', title: '个人信息授权', fields: ['consentVersion'] },
];

/** The door number is for those in charge of the place. */
const detailsWith = (...home: readonly string[]) => [
  {
    key: 'registration',
    title: '报到',
    fields: ['number', 'state', 'area', 'organization', 'receiptNumber', 'receiptAt'],
  },
  { key: 'member', title: '党员', fields: ['personName', 'phone', 'unit', 'position', ...home] },
  { key: 'service', title: '服务', fields: ['skills', 'serviceIntentions', 'availableTimes'] },
  { key: 'opinions', title: '意见', fields: ['unitOpinion', 'communityOpinion', 'leaveReason', 'transferToArea'] },
];

export const members = {
  collection: hxMemberRegistrations,
  process: memberRegistration,
  noun: '报到',
  details: detailsWith('homeArea', 'doorNumber'),
} satisfies ListOptions;

/** As the members' units see them. */
export const membersOfUnits = { ...members, details: detailsWith('homeArea') } satisfies ListOptions;
