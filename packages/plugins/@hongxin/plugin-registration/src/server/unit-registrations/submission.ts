import { reasonsOf, type Reason } from '@hongxin/rules/mechanism';
import { checkUnitRegistrationComplete, UNIT_TARGET_LEVELS } from '@hongxin/rules/registration';
import { type TransitionContext, keyOf, selectRows } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';
import { areasById } from '../common/areas';

type Row = Readonly<Record<string, unknown>>;

export const unitRegistrationIsComplete = (record: Row): Reason[] => reasonsOf(checkUnitRegistrationComplete(record));

/** A unit registers with a community or an estate. */
export async function targetTakesUnits({ db, record, transaction }: TransitionContext): Promise<Reason[]> {
  const targetId = keyOf(record, 'targetAreaId');
  if (targetId === null) return [];
  const area = (await areasById([targetId], { db, transaction })).get(targetId);
  if (!area) return [registrationReason('UNIT_TARGET_MISSING', {}, 'targetAreaId')];
  if ((UNIT_TARGET_LEVELS as readonly string[]).includes(area.level)) return [];
  return [registrationReason('UNIT_TARGET_LEVEL', { name: area.name, areaLevel: area.level }, 'targetAreaId')];
}

/** States in which a registration is under way or in force. */
const LIVE_STATES = ['submitted', 'accepted', 'onRoll'];

/**
 * A unit has one registration with a community. Its row is locked first: of two at once the second one waits, then
 * reads the first.
 */
export async function notRegisteredThereTwice(context: TransitionContext): Promise<Reason[]> {
  const { db, record, transaction, transition } = context;
  const scope = { db, transaction };
  const unitId = keyOf(record, 'unitId');
  const areaId = keyOf(record, transition === 'submit' ? 'targetAreaId' : 'areaId');
  if (unitId === null || areaId === null) return [];
  await selectRows(scope, 'SELECT id FROM {hxUnits} WHERE id = :unitId FOR NO KEY UPDATE', { unitId });
  const others = await selectRows<{ number: string; community: string }>(
    scope,
    `SELECT r.number, a.name AS community FROM {hxUnitRegistrations} r JOIN {hxAreas} a ON a.id = r."areaId"
     WHERE r."unitId" = :unitId AND r.id <> :id AND r.state IN (:states)
       AND left(r."areaCode", 12) = (SELECT left(code, 12) FROM {hxAreas} WHERE id = :areaId)`,
    { unitId, id: String(record.get('id')), states: LIVE_STATES, areaId },
  );
  return others.map(({ number, community }) => registrationReason('UNIT_REGISTERED_ALREADY', { community, number }));
}
