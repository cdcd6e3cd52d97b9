import { localized } from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { GOVERNANCE } from '../constants';

/** Areas an organisation covers besides its home: joint and integrated formations [seed]. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxOrganizationAreas',
    title: '党组织覆盖区域',
    isThrough: true,
    autoGenId: false,
    timestamps: true,
    fields: [
      { type: 'bigInt', name: 'organizationId' },
      { type: 'bigInt', name: 'areaId', index: true },
    ],
  }),
);
