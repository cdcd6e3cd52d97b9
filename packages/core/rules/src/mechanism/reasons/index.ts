import { joinReasons } from '../join-reasons';
import { reasonMaker } from '../reason';
import { AREA_CODE_REASONS } from './area-code';
import { DAY_TEXT_REASONS } from './day-text';
import { IDENTITY_REASONS } from './identity';
import { NUMBERING_REASONS } from './numbering';
import { PROCESS_REASONS } from './process';
import { WORKING_TIME_REASONS } from './working-time';

/** Messages of the reasons that every domain shares. */
export const MECHANISM_REASONS = joinReasons(
  AREA_CODE_REASONS,
  PROCESS_REASONS,
  WORKING_TIME_REASONS,
  NUMBERING_REASONS,
  DAY_TEXT_REASONS,
  IDENTITY_REASONS,
);

/** Builds a reason that every domain shares. */
export const reason = reasonMaker(MECHANISM_REASONS);
