import type { OrganizationLevel } from '@hongxin/rules/governance';

/** Codes of the post types that coverage looks at; the administrator may retitle them. */
export const BUILDING_HEAD = 'buildingHead';
export const UNIT_HEAD = 'unitHead';

/** The post whose holder heads an organisation of each level [seed]. */
export const HEAD_OF: Readonly<Record<OrganizationLevel, string>> = {
  streetCommittee: 'streetSecretary',
  communityCommittee: 'communitySecretary',
  estateBranch: 'estateSecretary',
  buildingGroup: 'groupLeader',
  memberHub: UNIT_HEAD,
};
