import type { Reason, ReasonParams } from '@hongxin/rules';
import type { REASON_TEXTS } from './reason-texts';

export type GovernanceReasonCode = keyof typeof REASON_TEXTS;

/** Builds a reason of this plugin; with `field`, its message may name the field too. */
export function governanceReason(code: GovernanceReasonCode, params: ReasonParams = {}, field?: string): Reason {
  return field === undefined ? { code, params } : { code, params: { ...params, field }, field };
}
