import { reasonsOf, type Reason } from '@hongxin/rules/mechanism';
import { checkTransferTarget } from '@hongxin/rules/registration';
import { type TransitionContext, keyOf } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';
import { areasById } from './areas';
import { liaisonsByUnit } from './liaisons';

/** A home is a building, or a unit of one. */
export async function homeIsABuilding({ db, record, transaction }: TransitionContext): Promise<Reason[]> {
  const homeAreaId = keyOf(record, 'homeAreaId');
  if (homeAreaId === null) return [];
  const area = (await areasById([homeAreaId], { db, transaction })).get(homeAreaId);
  if (!area) return [registrationReason('HOME_AREA_MISSING', {}, 'homeAreaId')];
  if (area.level === 'building' || area.level === 'unit') return [];
  return [registrationReason('HOME_AREA_LEVEL', { name: area.name, areaLevel: area.level }, 'homeAreaId')];
}

export async function unitExists({ db, record, transaction }: TransitionContext): Promise<Reason[]> {
  const unitId = keyOf(record, 'unitId');
  if (unitId === null) return [];
  const found = await liaisonsByUnit([unitId], { db, transaction });
  return found.has(unitId) ? [] : [registrationReason('UNIT_MISSING', {}, 'unitId')];
}

/** A transfer goes to another community, or to a place inside one. */
export async function targetIsElsewhere({ db, record, transaction }: TransitionContext): Promise<Reason[]> {
  const targetId = keyOf(record, 'transferToAreaId');
  if (targetId === null) return [];
  const target = (await areasById([targetId], { db, transaction })).get(targetId);
  if (!target) return [registrationReason('TRANSFER_TARGET_MISSING', {}, 'transferToAreaId')];
  const objections = reasonsOf(checkTransferTarget(String(record.get('areaCode') ?? ''), target.code));
  return objections.map((each) => ({
    ...each,
    field: 'transferToAreaId',
    params: { ...each.params, field: 'transferToAreaId' },
  }));
}
