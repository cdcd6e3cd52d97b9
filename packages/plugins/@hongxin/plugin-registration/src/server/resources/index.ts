import type { DomainPart } from '@hongxin/plugin-foundation';
import hxResources from './collection';
import { resourceProcess } from './process';
import { completeResources } from './rules';
import { serviceClassesAreKnown } from '../common/service-classes';
import { resourceAccess } from './access';

/** 资源: what units can bring. */
export const resources = (): DomainPart => ({
  collections: [hxResources],
  processes: [{ definition: resourceProcess }],
  access: [resourceAccess],
  // counted per city and year [default]
  numbers: [
    { name: 'resource', collection: 'hxResources', pattern: 'ZY-{year}-{areaCode:6}-{sequence:5}', issue: 'create' },
  ],
  indexes: [{ table: 'hxResources', name: 'hx_resources_area_state', definition: '("areaCode", state)' }],
  rules: { hxResources: [serviceClassesAreKnown, completeResources] },
});
