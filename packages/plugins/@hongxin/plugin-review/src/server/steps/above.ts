import type { Assignee } from '../assignees/find';
import type { ReviewSubject } from '../assignees/registry';
import type { ReviewTools } from './tools';

/** As many levels as there can be above a place. */
const MOST_LEVELS = 10;

/** The officials above a place, of every level that has any, the nearest first; never the applicant. */
export async function chainAbove(
  { assignees }: Pick<ReviewTools, 'assignees'>,
  subject: ReviewSubject,
  areaCode: string | null,
  excludedId: number | null,
): Promise<Assignee[]> {
  const found: Assignee[] = [];
  let place = areaCode;
  for (let level = 0; level < MOST_LEVELS && assignees.reserve; level += 1) {
    const people = await assignees.reserve.above(place, subject);
    const named = people.filter(({ userId }) => userId !== excludedId);
    found.push(...named.map((person) => ({ ...person, rule: { type: 'passUp', note: person.note ?? null } })));
    const next = people[0]?.areaCode ?? null;
    if (next === null || next === place) break;
    place = next;
  }
  return found;
}

/** Those of the nearest level above a place that has anybody but the applicant. */
export async function nearestAbove(
  tools: Pick<ReviewTools, 'assignees'>,
  subject: ReviewSubject,
  areaCode: string | null,
  excludedId: number | null,
): Promise<Assignee[]> {
  const chain = await chainAbove(tools, subject, areaCode, excludedId);
  return chain.filter((person) => person.areaCode === chain[0].areaCode);
}
