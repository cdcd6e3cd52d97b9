import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import hxServicePosts from './collection';
import { SERVICE_FIGURES } from './figures';
import { openPostsPage } from '../service-records/pages/my-service';
import { servicePostsPage } from './page';
import { serviceClassesAreKnown } from '../common/service-classes';
import { careOfPosts, checkServicePosts, lockServicePosts } from './rules';
import { servicePostAccess } from './access';
import { SERVICE_POST_CONSTRAINTS } from './constraints';
import { servicePostSteps } from './steps';

/** 服务岗位: what the hosts ask members to do, when and where. */
export const servicePosts = (services: Services): DomainPart => ({
  collections: [hxServicePosts],
  processes: [servicePostSteps(services)],
  access: [servicePostAccess],
  // counted per street and year [default]
  numbers: [
    {
      name: 'servicePost',
      collection: 'hxServicePosts',
      pattern: 'GW-{year}-{areaCode:9}-{sequence:5}',
      issue: 'create',
    },
  ],
  constraints: SERVICE_POST_CONSTRAINTS,
  indexes: [{ table: 'hxServicePosts', name: 'hx_service_posts_state_area', definition: '(state, "areaCode")' }],
  rules: { hxServicePosts: [serviceClassesAreKnown, checkServicePosts, lockServicePosts] },
  records: { hxServicePosts: careOfPosts },
  figures: [SERVICE_FIGURES],
  pages: [openPostsPage, servicePostsPage],
});
