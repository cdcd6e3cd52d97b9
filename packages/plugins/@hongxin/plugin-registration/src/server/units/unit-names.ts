import {
  distinct,
  keyOf,
  selectRows,
  textOf,
  touches,
  type Candidate,
  type RecordRule,
} from '@hongxin/plugin-foundation';
import { cleanUnitName, seenKey } from '@hongxin/rules/mechanism';
import { registrationReason } from '../reasons';

/** The name of a unit is kept in one spelling of what people see. */
export const cleanUnitNames: RecordRule = async (candidates) => {
  for (const { record, set } of candidates) {
    const name = textOf(record, 'name');
    if (name !== null && touches(record, 'name') && cleanUnitName(name) !== record.get('name'))
      set('name', cleanUnitName(name));
  }
};

interface Unit {
  id: string | null;
  name: string;
  areaId: string | null;
}

/**
 * An area has one unit of a name, however it is spelled. Whoever writes names of an area's units waits for whoever is
 * writing one already. Doubles of before may stay: a unit is asked only when its name or area changes.
 */
export const refuseSameName: RecordRule = async (candidates, scope) => {
  const named = candidates.filter(({ record }) => touches(record, 'name', 'areaId') && textOf(record, 'name') !== null);
  if (named.length === 0) return;
  const units = named.map(({ record }) => unitOf(record));
  const areas = distinct(units.map(({ areaId }) => areaId ?? NOWHERE)).sort();
  for (const area of areas)
    await selectRows(scope, `SELECT pg_advisory_xact_lock(hashtext('hxUnits.name'), hashtext(:area))`, { area });
  const stored = await selectRows<Unit>(
    scope,
    `SELECT id::text AS id, name, "areaId"::text AS "areaId" FROM {hxUnits}
     WHERE COALESCE("areaId"::text, '${NOWHERE}') IN (:areas) AND name IS NOT NULL`,
    { areas },
  );
  const written = new Set(units.map(({ id }) => id));
  const known = new Map(
    stored.filter(({ id }) => id !== null && !written.has(id)).map((unit) => [keyOfName(unit), unit.name]),
  );
  named.forEach(({ refuse }, index) => {
    const key = keyOfName(units[index]);
    const name = known.get(key);
    if (name !== undefined) refuse(registrationReason('UNIT_NAME_EXISTS', { name }, 'name'));
    else known.set(key, units[index].name);
  });
};

const NOWHERE = 'nowhere';

const unitOf = (record: Candidate['record']): Unit => ({
  id: keyOf(record, 'id'),
  name: textOf(record, 'name') ?? '',
  areaId: keyOf(record, 'areaId'),
});

const keyOfName = ({ name, areaId }: Unit): string => `${areaId ?? NOWHERE}\0${seenKey(name)}`;
