import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import { keepWhile, pointingTo } from '../common/in-use';
import { knownChoice } from '../common/known-choice';
import { linkTable } from '../common/access';
import { organizationAccess } from './access';
import { FORMATION_CHOICES, ORGANIZATION_LEVEL_CHOICES } from './choices';
import hxOrganizations from './collection';
import { checkCoverage } from './coverage';
import hxOrganizationAreas from './covered-areas';
import { organizationsPage } from './page';
import { ORGANIZATION_REASONS, organizationReason } from './reasons';
import { checkChildrenOfChangedLevel, checkFormations, checkHomeAreas, checkParents } from './rules';
import { treeAction } from './tree/action';
import { factsAction } from './tree/facts';
import { treePage } from './tree/page';

/** 党组织: the five levels of party organisations, as a list and as a tree. */
export const organizations = ({ db }: Services): DomainPart => ({
  collections: [hxOrganizations, hxOrganizationAreas],
  access: [organizationAccess, linkTable('hxOrganizationAreas')],
  reasons: ORGANIZATION_REASONS,
  rules: {
    hxOrganizations: [
      knownChoice('level', ORGANIZATION_LEVEL_CHOICES),
      knownChoice('formation', FORMATION_CHOICES),
      checkParents,
      checkChildrenOfChangedLevel,
      checkHomeAreas,
      checkFormations,
    ],
  },
  follows: {
    ...checkCoverage(db),
    'hxOrganizations.beforeDestroy': [
      keepWhile(db, pointingTo('hxOrganizations'), (named) => organizationReason('ORGANIZATION_NOT_EMPTY', named)),
    ],
  },
  // each asks the role tables itself how far the caller sees
  resources: { hxGovernance: { tree: treeAction, facts: factsAction } },
  pages: [organizationsPage, treePage],
});
