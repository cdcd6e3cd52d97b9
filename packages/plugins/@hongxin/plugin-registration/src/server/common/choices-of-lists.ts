/** Fixed choices of needs, resources and projects. Codes are contract; administrators may retitle and colour them. */
import type { Choice } from '@hongxin/plugin-foundation';

/** Where a need comes from (domain §2). */
export const NEED_SOURCE_CHOICES: readonly Choice[] = [
  { value: 'resident', label: '居民提出', color: 'red' },
  { value: 'visit', label: '走访收集', color: 'orange' },
  { value: 'deliberation', label: '议事提出', color: 'blue' },
];

/** What a unit brings (domain §2). */
export const RESOURCE_KIND_CHOICES: readonly Choice[] = [
  { value: 'talent', label: '人才', color: 'red' },
  { value: 'venue', label: '场地', color: 'orange' },
  { value: 'funds', label: '资金', color: 'gold' },
  { value: 'goods', label: '物资', color: 'green' },
  { value: 'service', label: '服务', color: 'blue' },
];
