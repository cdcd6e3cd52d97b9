import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { yearFacts } from './facts';

/** Hours of a year that nobody has decided on, of those whose year is about to be issued. */
export interface PendingHours {
  /** How many feedbacks they belong to, members' and units'. */
  count: number;
  names: { name: string; minutes: number }[];
}

/** Whose hours still wait, so that who issues knows before pressing; undefined when nobody's do. */
export async function pendingHours(ids: readonly string[], scope: Scope): Promise<PendingHours | undefined> {
  const facts = await yearFacts({ where: 'f.id IN (:ids)', replacements: { ids } }, scope);
  const open = new Map([...facts].filter(([, { pendingMinutes }]) => pendingMinutes > 0));
  if (open.size === 0) return undefined;
  const rows = await selectRows<{ id: string; name: string }>(
    scope,
    'SELECT id::text AS id, "subjectName" AS name FROM {hxYearFeedbacks} WHERE id IN (:keys) ORDER BY subject, "subjectName", id',
    { keys: [...open.keys()] },
  );
  return {
    count: rows.length,
    names: rows.map(({ id, name }) => ({ name, minutes: open.get(id)?.pendingMinutes ?? 0 })),
  };
}
