import { insertRows } from '../bulk-insert';
import type { Stage } from '../stage';

/** The units the members work in. */
export const workUnitsStage: Stage = {
  name: 'work-units',
  title: '单位',
  async load({ app, city, transaction, references }) {
    const rows = await Promise.all(
      city.workUnits.map(async ({ key: _key, areaCode, liaison, ...unit }) => ({
        ...unit,
        areaId: await references.area(areaCode),
        liaisonId: liaison === null ? null : await references.user(liaison),
      })),
    );
    await insertRows(app.db, 'hxUnits', rows, transaction);
    return rows.length;
  },
};
