import { joinReasons, type Reason, type ReasonParams } from '@hongxin/rules';
import { FEEDBACK_REASONS } from './feedback';
import { LISTS_REASONS } from './lists';
import { REGISTRATION_REASONS } from './registration';
import { SERVICE_REASONS } from './service';
import { UNITS_REASONS } from './units';

/** Messages of this plugin's own reasons, one table per part. */
export const REASON_TEXTS = joinReasons(
  REGISTRATION_REASONS,
  UNITS_REASONS,
  LISTS_REASONS,
  SERVICE_REASONS,
  FEEDBACK_REASONS,
);

export type RegistrationReasonCode = keyof typeof REASON_TEXTS;

/** Builds a reason of this plugin; with `field`, its message may name the field too. */
export function registrationReason(code: RegistrationReasonCode, params: ReasonParams = {}, field?: string): Reason {
  return field === undefined ? { code, params } : { code, params: { ...params, field }, field };
}
