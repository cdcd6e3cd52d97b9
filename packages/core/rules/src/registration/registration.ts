import { areaLevelOf, AREA_CODE_LENGTHS } from '../mechanism/area-code';
import { isBlank } from '../mechanism/blank';
import { checkPhone } from '../mechanism/phone';
import { reasonsOf, verdict, type Verdict } from '../mechanism/reason';
import { reason } from './reasons';

/** Fields a member's registration needs before it is submitted [default]; `consentVersion` for PIPL art. 14. */
export const REGISTRATION_REQUIRED_FIELDS: readonly string[] = [
  'personName',
  'phone',
  'unitId',
  'homeAreaId',
  'consentVersion',
];

/** States in which a member is on a community's roll. */
export const ROLL_STATES: readonly ['accepted', 'onRoll'] = ['accepted', 'onRoll'];

/**
 * Whether a member's registration may be submitted: required fields filled, phone usable. The moment of consent is
 * the server's to set, so it is not asked for here.
 * @param requiredFields the fields an administrator asks for
 */
export function checkRegistrationComplete(
  record: Readonly<Record<string, unknown>>,
  requiredFields: readonly string[] = REGISTRATION_REQUIRED_FIELDS,
): Verdict {
  const missing = requiredFields.filter((field) => isBlank(record[field]));
  const phone = isBlank(record.phone) ? [] : reasonsOf(checkPhone(String(record.phone)));
  return verdict([...missing.map((field) => reason('FIELD_REQUIRED', {}, field)), ...phone]);
}

/**
 * Refuses a transfer to the community a member is already registered in, and to a place that lies in no community.
 * @param from area code of the present registration: a community or below
 * @param to area code of the target: a community or below
 */
export function checkTransferTarget(from: string, to: string): Verdict {
  const target = communityOf(to);
  if (target === null) {
    return verdict([reason('TRANSFER_TARGET_NOT_COMMUNITY', { code: to }, 'areaId')]);
  }
  return verdict(target === communityOf(from) ? [reason('TRANSFER_SAME_COMMUNITY', { code: target }, 'areaId')] : []);
}

/**
 * Refuses a second place on a roll: a member is on one community's roll at a time.
 * @param otherStates states of the member's other registrations
 */
export function checkSingleRoll(otherStates: Iterable<string>): Verdict {
  const count = [...otherStates].filter((state) => (ROLL_STATES as readonly string[]).includes(state)).length;
  return verdict(count > 0 ? [reason('ALREADY_ON_ROLL', { count })] : []);
}

function communityOf(code: string): string | null {
  const isBelow = areaLevelOf(code) !== null && code.length >= AREA_CODE_LENGTHS.community;
  return isBelow ? code.slice(0, AREA_CODE_LENGTHS.community) : null;
}
