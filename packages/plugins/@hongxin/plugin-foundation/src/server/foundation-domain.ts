import { ACCOUNT_REASONS } from './accounts/reasons';
import type { DomainDefinition } from './domain';

/** What the foundation itself declares: the log is the city's to read, the working calendar the city's to maintain. */
export const foundationDomain: DomainDefinition = {
  access: [
    {
      // The log itself: for the city, in its own page and with its own export (trace/actions.ts).
      collection: 'hxEvents',
      areaField: null,
      labelFields: ['transition', 'at'],
      retentionMonths: null,
      grants: { 'hx-city': { reach: 'all', hidden: ['uid', 'digest', 'keyId'], export: true } },
    },
    {
      collection: 'hxCalendarDays',
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
  ],
  reasons: { ...ACCOUNT_REASONS },
};
