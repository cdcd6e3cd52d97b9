import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../constants';

type Kind = 'member' | 'unit';

const COLLECTIONS: Readonly<Record<Kind, string>> = { member: MEMBER_REGISTRATIONS, unit: UNIT_REGISTRATIONS };

/**
 * Registrations with the time they stood on a community's roll, as SQL: `since` the receipt, `until` they were
 * transferred or cancelled (null: to this day). `kept` is until when nobody else had them: who moves stays on the way,
 * not off the roll, until the other community has received them or the move is given up — they cannot hasten it.
 * When a registration left its roll is told by the events, which nobody changes; the row itself only says that it did.
 */
export function rolls(kind: Kind): string {
  const table = `{${COLLECTIONS[kind]}}`;
  return `(SELECT r.*, r."receiptAt" AS since,
      CASE WHEN r.state NOT IN ('accepted', 'onRoll') THEN ${leftAt(kind, 'r')} END AS until,
      CASE r.state WHEN 'cancelled' THEN ${leftAt(kind, 'r')} WHEN 'transferred' THEN ${receivedAt(kind)} END AS kept
    FROM ${table} r
    WHERE r."receiptAt" IS NOT NULL AND r.state IN ('accepted', 'onRoll', 'transferred', 'cancelled'))`;
}

/** Whether a roll stood at a moment. @param roll alias of a row of `rolls`; @param moment SQL */
export const stoodAt = (roll: string, moment: string): string =>
  `(${roll}.since < ${moment} AND (${roll}.kept IS NULL OR ${roll}.kept >= ${moment}))`;

/** The first moment of the year after, in China. @param year SQL */
export const endOf = (year: string): string =>
  `(make_date((${year})::int + 1, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

const leftAt = (kind: Kind, alias: string): string =>
  `COALESCE((SELECT max(e.at) FROM {hxEvents} e WHERE e."collectionName" = '${COLLECTIONS[kind]}'
     AND e."recordId" = ${alias}.id::text AND e.transition IN ('transfer', 'cancel')), ${alias}."updatedAt")`;

/** When the community moved to received it, or the move was given up; null as long as neither has happened. */
const receivedAt = (kind: Kind): string =>
  `(SELECT min(COALESCE(s."receiptAt", CASE WHEN s.state = 'cancelled' THEN ${leftAt(kind, 's')} END))
    FROM {${COLLECTIONS[kind]}} s WHERE s."transferredFromId" = r.id)`;
