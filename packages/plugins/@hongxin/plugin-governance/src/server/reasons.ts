import { joinReasons, MECHANISM_REASONS, reasonMaker } from '@hongxin/rules/mechanism';
import { GOVERNANCE_RULE_REASONS } from '@hongxin/rules/governance';
import { ACCOUNT_REASON_TEXTS } from './accounts/reasons';
import { REASON_TEXTS } from './reason-texts';

/** Messages of all reasons of this plugin, those of its rules included. */
export const REASONS = joinReasons(GOVERNANCE_RULE_REASONS, REASON_TEXTS, ACCOUNT_REASON_TEXTS);

/** Builds a reason of this plugin or one that every domain shares. */
export const governanceReason = reasonMaker(MECHANISM_REASONS, REASONS);
