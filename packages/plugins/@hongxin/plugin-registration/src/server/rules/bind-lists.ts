import { bindRules } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { cleanNames } from '@hongxin/plugin-governance';
import { CO_PROJECTS, NEEDS, RESOURCES } from '../constants';
import { checkNeedContacts, completeNewNeeds, keepNeeds, lockNeeds } from './needs';
import { completeProjects, lockProjects } from './projects';
import { completeResources } from './resources';
import { serviceClassesAreKnown } from './service-classes';

/** Rules of needs, resources and projects that hold whatever writes. */
export function bindListsRules(app: Application): void {
  const { db } = app;
  bindRules(db, NEEDS, [
    cleanNames('contactName'),
    serviceClassesAreKnown,
    completeNewNeeds(app),
    checkNeedContacts,
    lockNeeds,
  ]);
  bindRules(db, RESOURCES, [serviceClassesAreKnown, completeResources]);
  bindRules(db, CO_PROJECTS, [completeProjects, lockProjects]);
  db.on(`${NEEDS}.beforeDestroy`, keepNeeds);
}
