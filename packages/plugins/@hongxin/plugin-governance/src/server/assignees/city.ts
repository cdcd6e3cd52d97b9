import { withRoles, type FoundPerson, type ReviewSubject } from '@hongxin/plugin-review';
import { leftOffice } from './officials';

export const CITY = 'hx-city';

/** City administrators; who was one by a post is so no longer than it lasts. */
export async function withCity(subject: ReviewSubject): Promise<FoundPerson[]> {
  const people = await withRoles(subject, [CITY]);
  const left = new Set(
    await leftOffice(
      subject,
      people.map(({ userId }) => userId),
    ),
  );
  return people.filter(({ userId }) => !left.has(userId));
}
