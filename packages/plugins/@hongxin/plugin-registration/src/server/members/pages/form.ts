/** The member's form: an ordinary form of NocoBase, so that an administrator adds fields to it without code. */
import type { FieldSteps } from '@hongxin/plugin-foundation';

export const MEMBER_FORM_GROUPS = [
  { key: 'who', title: '基本信息', fields: ['personName', 'phone', 'unit', 'position'] },
  { key: 'home', title: '居住地', fields: ['homeArea', 'doorNumber'] },
  { key: 'service', title: '服务意向（选填）', fields: ['skills', 'serviceIntentions', 'availableTimes'] },
  { key: 'consent', title: '个人信息授权', fields: ['consentVersion'] },
];

/** Of all areas only buildings are offered; both choosers search by name as one types. */
export function chooserSteps(block: string): FieldSteps[] {
  const buildings = { logic: '$and', items: [{ path: 'level', operator: '$eq', value: 'building' }] };
  const byName = [{ field: 'name', direction: 'asc' }];
  const sortingRule = { sort: byName };
  return [
    { block, field: 'homeArea', stepParams: { selectSettings: { dataScope: { filter: buildings } } } },
    { block, field: 'unit', stepParams: { selectSettings: { sortingRule } } },
  ];
}
