import { keyOf, selectRows, textOf, touches, type RecordRule } from '@hongxin/plugin-foundation';
import { checkCreditCode, normalizeCreditCode, reasonsOf } from '@hongxin/rules/mechanism';
import { registrationReason } from '../reasons';
import { areasById } from '../common/areas';

/** A credit code is checked and stored plain; a blank one is none, so that several units may lack it. */
export const checkCreditCodes: RecordRule = async (candidates, scope) => {
  for (const { record, refuse, set } of candidates) {
    if (!touches(record, 'creditCode')) continue;
    const given = textOf(record, 'creditCode');
    if (given === null) {
      set('creditCode', null);
      continue;
    }
    const creditCode = normalizeCreditCode(given);
    set('creditCode', creditCode);
    const defects = reasonsOf(checkCreditCode(creditCode));
    refuse(...defects);
    if (defects.length > 0) continue;
    // whose it is, is not told: the unit may lie outside what the caller sees
    const sql = 'SELECT id FROM {hxUnits} WHERE "creditCode" = :creditCode AND id IS DISTINCT FROM :id LIMIT 1';
    const [twin] = await selectRows<{ id: string }>(scope, sql, { creditCode, id: keyOf(record, 'id') });
    if (twin) refuse(registrationReason('UNIT_CREDIT_CODE_EXISTS', { creditCode }, 'creditCode'));
  }
};

export const checkSeats: RecordRule = async (candidates, scope) => {
  const moved = candidates.filter(({ record }) => touches(record, 'areaId'));
  const areas = await areasById(
    moved.map(({ record }) => keyOf(record, 'areaId')),
    scope,
  );
  for (const { record, refuse } of moved) {
    const areaId = keyOf(record, 'areaId');
    if (areaId !== null && !areas.has(areaId)) refuse(registrationReason('UNIT_AREA_MISSING', {}, 'areaId'));
  }
};
