import type { GovernanceRequests, NarrowingAnswer } from '../requests/governance';

/** One answer for all lists of a session, kept by who asks (the host's API client). */
const answers = new WeakMap<object, Promise<NarrowingAnswer>>();

/** What the caller can narrow lists to; asked for once, and again after a failure. */
export function narrowingOnce(api: object, requests: Pick<GovernanceRequests, 'narrowing'>): Promise<NarrowingAnswer> {
  const known = answers.get(api);
  if (known) return known;
  const answer = requests.narrowing();
  answers.set(api, answer);
  answer.catch(() => answers.delete(api));
  return answer;
}
