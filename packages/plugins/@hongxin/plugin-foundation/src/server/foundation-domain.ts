import type { DomainDefinition } from './domain';
import { SHEET_REASONS } from './sheets';

/** What the foundation itself declares: its working calendar is the city's to maintain and everybody's to read. */
export const foundationDomain: DomainDefinition = {
  reasons: SHEET_REASONS,
  access: [
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
};
