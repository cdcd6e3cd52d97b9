import { OncePerCaller } from '@hongxin/plugin-foundation/client-v2';
import type { APIClientLike } from '@nocobase/flow-engine';
import type { GovernanceRequests, NarrowingAnswer } from '../requests/governance';

const KEY = 'narrowing';
const answers = new OncePerCaller<NarrowingAnswer>();

/** What the caller can narrow lists to, asked for once. */
export const narrowingOnce = (
  api: APIClientLike,
  requests: Pick<GovernanceRequests, 'narrowing'>,
): Promise<NarrowingAnswer> => answers.ask(api, KEY, () => requests.narrowing());

/** The same without waiting; nothing until it is known. */
export const knownNarrowing = (api: APIClientLike): NarrowingAnswer | undefined => answers.known(api, KEY);

/** The figure with this key, where it counted records of this collection. */
export function figureOf(
  answer: NarrowingAnswer | undefined,
  key: string | null,
  collection: string,
): NarrowingAnswer['figures'][number] | undefined {
  return answer?.figures.find((figure) => figure.key === key && figure.collection === collection);
}
