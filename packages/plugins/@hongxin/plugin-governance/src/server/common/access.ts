import type { CollectionAccess, RoleGrant } from '@hongxin/plugin-foundation';

/** Roles that are in charge of no place: of its records they see what there is to choose from. */
const OUTSIDERS = ['hx-unit', 'hx-member', 'hx-social-org', 'hx-expert', 'hx-evaluator', 'hx-resident'] as const;

/** What everyone with a role of the pack needs to choose a building or an organisation, and no more. */
export const toChooseFrom = (fields: readonly string[]): RoleGrant => ({ reach: 'all', view: fields });

/** The same for the pack's own outsiders; those of other plugins are the declaration's `furtherRoles`. */
export function outsidersSee(fields: readonly string[]): CollectionAccess['grants'] {
  return Object.fromEntries(OUTSIDERS.map((role) => [role, toChooseFrom(fields)]));
}

/** Links travel with the records they join, and have no door of their own; nor has the pack's bookkeeping. */
export const linkTable = (collection: string): CollectionAccess => ({
  collection,
  scope: 'internal',
  areaField: null,
  labelFields: [],
  retentionMonths: null,
  grants: {},
});
