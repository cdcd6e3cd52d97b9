import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import hxCoProjects from './collection';
import { projectsPage, unitProjectsMobilePage, unitProjectsPage } from './page';
import { LISTS_PARTIES } from './parties';
import { careOfProjects, completeProjects } from './rules';
import { projectAccess } from './access';
import { PROJECT_CONSTRAINTS } from './constraints';
import { PROJECT_SERIES } from './numbers';
import { projectSteps } from './steps';

/** 共建项目: what a unit does about a need. */
export const projects = (services: Services): DomainPart => ({
  collections: [hxCoProjects],
  processes: [projectSteps(services)],
  access: [projectAccess],
  numbers: PROJECT_SERIES,
  parties: LISTS_PARTIES,
  constraints: PROJECT_CONSTRAINTS,
  indexes: [{ table: 'hxCoProjects', name: 'hx_co_projects_area_state', definition: '("areaCode", state)' }],
  rules: { hxCoProjects: [completeProjects] },
  records: { hxCoProjects: careOfProjects },
  pages: [projectsPage, unitProjectsPage, unitProjectsMobilePage],
});
