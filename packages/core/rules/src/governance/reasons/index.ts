import { joinReasons, MECHANISM_REASONS, reasonMaker } from '../../mechanism';
import { ORGANIZATION_REASONS } from './organization';
import { POST_TERM_REASONS } from './post-term';

/** Messages of the reasons that the rules of organisations and posts emit. */
export const GOVERNANCE_RULE_REASONS = joinReasons(ORGANIZATION_REASONS, POST_TERM_REASONS);

/** Builds a reason of organisations and posts or one that every domain shares. */
export const reason = reasonMaker(MECHANISM_REASONS, GOVERNANCE_RULE_REASONS);
