import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { PHRASES } from '../../shared/constants';

const PHRASE_FIELDS = ['text', 'decision', 'sort', 'enabled'];

/** Everybody picks from them, the city keeps them. */
export const phraseAccess: CollectionAccess = {
  collection: PHRASES,
  scope: 'public',
  areaField: null,
  labelFields: ['text'],
  retentionMonths: null,
  grants: {
    'hx-city': {
      reach: 'all',
      create: PHRASE_FIELDS,
      update: PHRASE_FIELDS,
      destroy: true,
    },
  },
};
