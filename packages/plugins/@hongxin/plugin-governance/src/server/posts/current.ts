/**
 * SQL that holds posts `p` of kinds `t` to those in force on the day `:today`: begun, not ended, and of a kind that is in use.
 * Everything that a post gives (areas, a role, tasks of a review) is given by these and no others.
 */
export const IS_CURRENT_POST = `(p."startsOn" <= :today AND (p."endsOn" IS NULL OR p."endsOn" >= :today) AND t.enabled IS NOT FALSE)`;
