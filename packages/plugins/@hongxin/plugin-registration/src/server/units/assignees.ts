import { reviewOf, type AssigneeRuleType, type ReviewSubject } from '@hongxin/plugin-review';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { UNITS } from '../constants';

interface HookOptions {
  transaction?: Transaction;
}

/** What reviews can ask of units: the liaison, as the record keeps them or as its unit has them. */
export const unitLiaison: AssigneeRuleType = {
  type: 'unitLiaison',
  sort: 30,
  title: { zh: '记录所属单位的联络员', en: "Liaison of the record's unit" },
  because: { zh: '单位联络员', en: 'Liaison of the unit' },
  resolve: async (_rule, subject) => {
    const liaisonId = keyOf(subject, 'unitLiaisonId') ?? (await liaisonOfUnit(subject));
    return liaisonId === null ? [] : [{ userId: Number(liaisonId) }];
  },
  check: async (_rule, collection, app) =>
    ['unitId', 'unitLiaisonId'].some((name) => app.db.getCollection(collection)?.hasField(name))
      ? null
      : { zh: '该数据表没有所属单位', en: 'the records belong to no unit' },
};

/** Another liaison has the tasks of the one before. */
export const handTasksOver =
  (app: Application) =>
  (unit: Model, { transaction }: HookOptions = {}): void => {
    if (!unit.changed('liaisonId' as never)) return;
    const both: unknown[] = [unit.get('liaisonId'), unit.previous('liaisonId' as never)];
    const userIds = both.filter((id) => id !== null && id !== undefined).map(Number);
    reviewOf(app)?.mandates.changed({ userIds, orphans: true }, transaction);
  };

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
