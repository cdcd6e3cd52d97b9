import { isBlank, reason, reasonsOf, type GuardContext, type Reason } from '@hongxin/rules/mechanism';
import { checkRegistrationComplete, REGISTRATION_REQUIRED_FIELDS, ROLL_STATES } from '@hongxin/rules/registration';
import { PRIVACY_NOTICE } from './privacy-notice';
import { registrationReason } from '../reasons';

type Row = Readonly<Record<string, unknown>>;

/**
 * A transferred member's registration is handed on by the system: the consent was given for transfers too (the notice
 * says so), and the receiving community may only be known down to itself, the building following later.
 */
const HANDED_ON_FIELDS = REGISTRATION_REQUIRED_FIELDS.filter((field) => field !== 'homeAreaId');

/** Required fields are filled and the consent is to the notice in force. */
export function registrationIsComplete(record: Row, { actorId }: GuardContext): Reason[] {
  const isHandedOn = actorId === null && !isBlank(record.transferredFromId);
  if (isHandedOn) return reasonsOf(checkRegistrationComplete(record, HANDED_ON_FIELDS));
  const isOutdated = !isBlank(record.consentVersion) && record.consentVersion !== PRIVACY_NOTICE.version;
  const params = { given: String(record.consentVersion), expected: PRIVACY_NOTICE.version };
  return [
    ...reasonsOf(checkRegistrationComplete(record)),
    ...(isOutdated ? [registrationReason('CONSENT_OUTDATED', params, 'consentVersion')] : []),
  ];
}

/** Whoever leaves a roll leaves for a reason that the statistics know. */
export function leaveIsExplained(record: Row): Reason[] {
  const isOnRoll = (ROLL_STATES as readonly unknown[]).includes(record.state);
  return isOnRoll && isBlank(record.leaveReason) ? [reason('FIELD_REQUIRED', {}, 'leaveReason')] : [];
}
