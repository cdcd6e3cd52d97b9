import { useRequest } from 'ahooks';
import type { AreaChoice, GovernanceRequests } from '../requests/governance';

/** One answer for all lists of a session, kept by who asks (the host's API client). */
const answers = new WeakMap<object, Promise<AreaChoice[]>>();

/** The areas the caller can narrow lists to; asked for once, and again after a failure. */
export function areasOnce(api: object, requests: Pick<GovernanceRequests, 'areas'>): Promise<AreaChoice[]> {
  const known = answers.get(api);
  if (known) return known;
  const answer = requests.areas();
  answers.set(api, answer);
  answer.catch(() => answers.delete(api));
  return answer;
}

/** @returns an empty list until they are known, and where they cannot be read: lists then show all, as without a filter */
export function useAreas(api: object, requests: Pick<GovernanceRequests, 'areas'>): readonly AreaChoice[] {
  const { data } = useRequest(() => areasOnce(api, requests));
  return data ?? [];
}
