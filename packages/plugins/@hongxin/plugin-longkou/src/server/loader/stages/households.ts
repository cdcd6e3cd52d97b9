import { insertRows } from '../bulk-insert';
import type { Stage } from '../stage';

/** The households each member hub keeps in touch with. */
export const householdsStage: Stage = {
  name: 'households',
  title: '联系户',
  async load({ app, city, transaction, references }) {
    const rows = await Promise.all(
      city.households.map(async ({ organizationKey, areaCode, ...household }) => ({
        ...household,
        organizationId: await references.organization(organizationKey),
        areaId: await references.area(areaCode),
      })),
    );
    await insertRows(app.db, 'hxHouseholds', rows, transaction);
    return rows.length;
  },
};
