import { reviewOf, type ReviewSubject, type UnitLiaisonRule } from '@hongxin/plugin-review';
import type { Application } from '@nocobase/server';
import { UNITS } from './constants';

/** What reviews can ask of units: the liaison, as the record keeps them or as its unit has them. */
export function registerAssigneeRules(app: Application): void {
  reviewOf(app)?.assignees.register<UnitLiaisonRule>(
    'unitLiaison',
    { zh: '单位联络员', en: 'Liaison of the unit' },
    async (_rule, subject) => {
      const liaisonId = keyOf(subject, 'unitLiaisonId') ?? (await liaisonOfUnit(subject));
      return liaisonId === null ? [] : [{ userId: Number(liaisonId) }];
    },
    async (_rule, collection) =>
      ['unitId', 'unitLiaisonId'].some((name) => app.db.getCollection(collection)?.hasField(name))
        ? null
        : { zh: '该数据表没有所属单位', en: 'the records belong to no unit' },
  );
}

async function liaisonOfUnit({ db, record, transaction }: ReviewSubject): Promise<string | null> {
  const unitId: unknown = record.get('unitId');
  if (unitId === null || unitId === undefined) return null;
  const unit = await db.getModel(UNITS).findByPk(String(unitId), { transaction });
  const liaisonId: unknown = unit?.get('liaisonId');
  return liaisonId === null || liaisonId === undefined ? null : String(liaisonId);
}

function keyOf({ record }: ReviewSubject, name: string): string | null {
  const value: unknown = record.get(name);
  return value === null || value === undefined ? null : String(value);
}
