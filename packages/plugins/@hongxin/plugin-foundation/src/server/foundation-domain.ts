import type { CollectionAccess, DomainDefinition } from './domain';

/** The server's own bookkeeping: no role reaches it, whatever an administrator grants on the side. */
const internal = (collection: string, retentionMonths: number | null = null): CollectionAccess => ({
  collection,
  scope: 'internal',
  areaField: null,
  labelFields: [],
  retentionMonths,
  grants: {},
});

/** What the foundation itself declares: its working calendar is the city's to maintain and everybody's to read. */
export const foundationDomain: DomainDefinition = {
  access: [
    {
      collection: 'hxCalendarDays',
      scope: 'public',
      areaField: null,
      labelFields: ['date', 'name'],
      retentionMonths: null,
      grants: {
        'hx-city': {
          reach: 'all',
          create: ['date', 'kind', 'name'],
          update: ['date', 'kind', 'name'],
          destroy: true,
          import: true,
          export: true,
        },
        'hx-official': { reach: 'all' },
      },
    },
    internal('hxEvents'),
    internal('hxSettings'),
    internal('hxSeeds'),
    internal('hxCounters'),
    internal('hxIdempotencyKeys', 1),
  ],
};
