import type { DomainPart, Services } from '@hongxin/plugin-foundation';

import { claimableAction } from './claiming/claimable';
import { takeOnAction } from './claiming/take-on';
import hxNeeds from './collection';
import hxPublicAttempts from './public/collection';
import { inviteAction } from './inviting/action';
import { matchesAction } from './matching/action';
import { SERVICE_CHANNEL } from './notices';
import { myNeedsPage, needsPage } from './page';
import { publicNeedActions, purgeOfAttempts } from './public';
import { careOfNeeds, completeNewNeeds } from './rules';
import { serviceClassesAreKnown } from '../common/service-classes';
import { expireNeeds } from './expire';
import { attemptAccess, needAccess } from './access';
import { needSteps } from './steps';

/** 需求: what residents need of units and members, from raising to rating. */
export const needs = (services: Services): DomainPart => ({
  collections: [hxNeeds, hxPublicAttempts],
  processes: [needSteps(services)],
  access: [needAccess, attemptAccess],
  // counted per street and year [default]
  numbers: [{ name: 'need', collection: 'hxNeeds', pattern: 'XQ-{year}-{areaCode:9}-{sequence:5}', issue: 'create' }],
  indexes: [{ table: 'hxNeeds', name: 'hx_needs_area_state', definition: '("areaCode", state)' }],
  rules: {
    hxNeeds: [serviceClassesAreKnown, completeNewNeeds(services.app)],
  },
  records: { hxNeeds: careOfNeeds },
  resources: {
    hxNeeds: {
      matches: matchesAction,
      invite: inviteAction,
      claimable: claimableAction,
      takeOn: takeOnAction(services),
    },
    hxPublicNeeds: publicNeedActions,
  },
  jobs: [
    { name: 'registration.expireNeeds', at: '0 47 3 * * *', run: (now) => expireNeeds(services, now) },
    purgeOfAttempts(services.db),
  ],
  channels: [SERVICE_CHANNEL],
  pages: [needsPage, myNeedsPage],
});
