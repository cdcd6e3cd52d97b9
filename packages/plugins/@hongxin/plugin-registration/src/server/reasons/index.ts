import { joinReasons, MECHANISM_REASONS, reasonMaker } from '@hongxin/rules/mechanism';
import { REGISTRATION_RULE_REASONS } from '@hongxin/rules/registration';
import { FEEDBACK_REASONS } from './feedback';
import { LISTS_REASONS } from './lists';
import { REGISTRATION_REASONS } from './registration';
import { SERVICE_REASONS } from './service';
import { UNITS_REASONS } from './units';

/** Messages of this plugin's own reasons, one table per part. */
const REASON_TEXTS = joinReasons(REGISTRATION_REASONS, UNITS_REASONS, LISTS_REASONS, SERVICE_REASONS, FEEDBACK_REASONS);

/** Messages of all reasons of 双报到, those of its rules included. */
export const REASONS = joinReasons(REGISTRATION_RULE_REASONS, REASON_TEXTS);

/** Builds a reason of this plugin or one that every domain shares. */
export const registrationReason = reasonMaker(MECHANISM_REASONS, REASONS);
