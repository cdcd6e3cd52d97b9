import { AREA_LEVELS } from '@hongxin/rules/mechanism';
import { insertRows } from '../bulk-insert';
import type { Stage } from '../stage';

/** Areas level by level: a parent's id is known before its children come. */
export const areasStage: Stage = {
  name: 'areas',
  title: '区域',
  async load({ app, city, transaction, references }) {
    for (const level of AREA_LEVELS) {
      const areas = city.areas.filter((area) => area.level === level);
      const rows = await Promise.all(
        areas.map(async ({ parentCode, ...area }) => ({
          ...area,
          parentId: parentCode === null ? null : await references.area(parentCode),
        })),
      );
      await insertRows(app.db, 'hxAreas', rows, transaction);
      references.forget('hxAreas');
    }
    return city.areas.length;
  },
};
