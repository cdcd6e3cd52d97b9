import { foundationOf, type PerformItem, SYSTEM } from '@hongxin/plugin-foundation';
import type { UnitRegistrationRow } from '../../city/types';
import { insertRows } from '../bulk-insert';
import type { Stage, StageContext } from '../stage';

const COLLECTION = 'hxUnitRegistrations';

/** The transitions in the order in which every registration takes them, each at most once. */
const IN_ORDER = ['submit', 'return', 'accept', 'enroll', 'transfer', 'cancel'];

/** Registrations of units: drafts first, then their way by transitions, dated as they would have happened. */
export const unitRegistrationsStage: Stage = {
  name: 'unit-registrations',
  title: '单位报到',
  async load(context) {
    const { unitRegistrations } = context.city;
    const drafts = await Promise.all(unitRegistrations.map((row) => draftOf(row, context)));
    const ids = await insertRows(context.app.db, COLLECTION, drafts, context.transaction);
    for (const transition of IN_ORDER) await performAll(transition, ids, context);
    return unitRegistrations.length;
  },
};

async function draftOf(row: UnitRegistrationRow, { references }: StageContext): Promise<Record<string, unknown>> {
  const { serviceTeam, contributions, contactName, contactPhone, draftedAt } = row;
  return {
    unitId: await references.workUnit(row.workUnitKey),
    targetAreaId: await references.area(row.areaCode),
    serviceTeam,
    contributions,
    contactName,
    contactPhone,
    createdAt: draftedAt,
  };
}

async function performAll(
  transition: string,
  ids: readonly string[],
  { app, city, transaction, references }: StageContext,
): Promise<void> {
  const items: PerformItem[] = [];
  for (const [index, row] of city.unitRegistrations.entries()) {
    const step = row.steps.find((each) => each.transition === transition);
    if (!step) continue;
    const target = transition === 'transfer' ? row.transferToAreaCode : null;
    items.push({
      recordId: ids[index],
      opinion: step.opinion,
      values: target === null ? step.values : { ...step.values, transferToAreaId: await references.area(target) },
      actor: SYSTEM,
      now: new Date(step.at),
    });
  }
  await foundationOf(app).transitions.performMany({ collection: COLLECTION, transition, items, transaction });
}
