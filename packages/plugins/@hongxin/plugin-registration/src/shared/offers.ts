/** What choosers offer: in the forms of the pages (server), and where a transition or a review asks (client). */
import type { AreaLevel } from '@hongxin/rules/mechanism';

/** Dictionary whose items are the classes of service (8 to begin with, administrators add more). */
export const SERVICE_CLASS_DICTIONARY = 'servicePostClass';

/** Of all items of dictionaries the classes of service that are in use, in their order. */
export const SERVICE_CLASSES = {
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
export const areasOf = (...levels: readonly AreaLevel[]) => ({
  filter: { logic: '$and' as const, items: [{ path: 'level', operator: '$in', value: levels }] },
  sort: [{ field: 'code', direction: 'asc' as const }],
});

/** Relations that a transition or a review may ask for. */
export const OFFERS = [
  { collection: 'hxNeeds', field: 'serviceClass', offer: SERVICE_CLASSES },
  { collection: 'hxServicePosts', field: 'serviceClass', offer: SERVICE_CLASSES },
  { collection: 'hxResources', field: 'serviceClass', offer: SERVICE_CLASSES },
  { collection: 'hxMemberRegistrations', field: 'homeArea', offer: areasOf('building') },
  { collection: 'hxMemberRegistrations', field: 'transferToArea', offer: areasOf('community', 'building') },
  { collection: 'hxUnitRegistrations', field: 'targetArea', offer: areasOf('community', 'estate') },
  { collection: 'hxUnitRegistrations', field: 'transferToArea', offer: areasOf('community', 'estate') },
];
