import { joinReasons, MECHANISM_REASONS, reasonMaker } from '../../mechanism';
import { REGISTRATION_REASONS } from './registration';
import { ROLL_UPLOAD_REASONS } from './roll-upload';
import { SERVICE_REASONS } from './service';
import { YEAR_FEEDBACK_REASONS } from './year-feedback';

/** Messages of the reasons that the rules of 双报到 emit. */
export const REGISTRATION_RULE_REASONS = joinReasons(
  REGISTRATION_REASONS,
  ROLL_UPLOAD_REASONS,
  SERVICE_REASONS,
  YEAR_FEEDBACK_REASONS,
);

/** Builds a reason of 双报到 or one that every domain shares. */
export const reason = reasonMaker(MECHANISM_REASONS, REGISTRATION_RULE_REASONS);
