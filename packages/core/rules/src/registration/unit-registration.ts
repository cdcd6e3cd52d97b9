import { isBlank } from '../mechanism/blank';
import { checkPhone } from '../mechanism/phone';
import { reasonsOf, verdict, type Verdict } from '../mechanism/reason';
import { reason } from './reasons';

/** Fields a unit's registration needs before it is submitted [default]. */
export const UNIT_REGISTRATION_REQUIRED_FIELDS: readonly string[] = [
  'unitId',
  'targetAreaId',
  'contactName',
  'contactPhone',
];

/** Levels of area a unit registers with: a community or one of its estates [found]. */
export const UNIT_TARGET_LEVELS: readonly ['community', 'estate'] = ['community', 'estate'];

/** Whether a unit's registration may be submitted: required fields filled, the contact's phone usable. */
export function checkUnitRegistrationComplete(
  record: Readonly<Record<string, unknown>>,
  requiredFields: readonly string[] = UNIT_REGISTRATION_REQUIRED_FIELDS,
): Verdict {
  const missing = requiredFields.filter((field) => isBlank(record[field]));
  const phone = isBlank(record.contactPhone) ? [] : reasonsOf(checkPhone(String(record.contactPhone), 'contactPhone'));
  return verdict([...missing.map((field) => reason('FIELD_REQUIRED', {}, field)), ...phone]);
}
