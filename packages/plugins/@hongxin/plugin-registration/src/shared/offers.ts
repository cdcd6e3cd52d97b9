/** What choosers offer: in the forms of the pages (server), and where a transition or a review asks (client). */
import type { AreaLevel } from '@hongxin/rules/mechanism';

/** Dictionary whose items are the classes of service (8 to begin with, administrators add more). */
export const SERVICE_CLASS_DICTIONARY = 'servicePostClass';

/** Of all items of dictionaries the classes of service that are in use, in their order. */
const SERVICE_CLASSES = {
  filter: {
    logic: '$and' as const,
    items: [
      { path: 'dictionary', operator: '$eq', value: SERVICE_CLASS_DICTIONARY },
      { path: 'enabled', operator: '$isTruly', value: true },
    ],
  },
  sort: [{ field: 'sort', direction: 'asc' as const }],
};

/** Areas of these levels, each below what it belongs to. */
const areasOf = (...levels: readonly AreaLevel[]) => ({
  filter: { logic: '$and' as const, items: [{ path: 'level', operator: '$in', value: levels }] },
  sort: [{ field: 'code', direction: 'asc' as const }],
});

/** Records of a process that are in these states. */
const inStates = (...states: readonly string[]) => ({
  filter: { logic: '$and' as const, items: [{ path: 'state', operator: '$in', value: states }] },
});

/** Where work is done: from the community down. */
const PLACES_OF_WORK = areasOf('community', 'estate', 'building');

/** What the choosers of relations offer, each said once for all forms. */
export const OFFERS = [
  { collection: 'hxNeeds', field: 'serviceClass', offer: SERVICE_CLASSES },
  { collection: 'hxNeeds', field: 'area', offer: PLACES_OF_WORK },
  { collection: 'hxServicePosts', field: 'serviceClass', offer: SERVICE_CLASSES },
  { collection: 'hxServicePosts', field: 'area', offer: PLACES_OF_WORK },
  { collection: 'hxServicePosts', field: 'need', offer: inStates('published', 'claimed', 'inProgress') },
  { collection: 'hxResources', field: 'serviceClass', offer: SERVICE_CLASSES },
  { collection: 'hxResources', field: 'area', offer: PLACES_OF_WORK },
  { collection: 'hxCoProjects', field: 'need', offer: inStates('published') },
  { collection: 'hxCoProjects', field: 'resource', offer: inStates('offered') },
  { collection: 'hxCoProjects', field: 'area', offer: PLACES_OF_WORK },
  { collection: 'hxClaims', field: 'post', offer: inStates('open') },
  // the nearest area above a member or unit holds
  { collection: 'hxYearTargets', field: 'area', offer: areasOf('city', 'street', 'community') },
  { collection: 'hxMemberRegistrations', field: 'homeArea', offer: areasOf('building') },
  { collection: 'hxMemberRegistrations', field: 'transferToArea', offer: areasOf('community', 'building') },
  { collection: 'hxUnitRegistrations', field: 'targetArea', offer: areasOf('community', 'estate') },
  { collection: 'hxUnitRegistrations', field: 'transferToArea', offer: areasOf('community', 'estate') },
];
