import { OncePerCaller } from '@hongxin/plugin-foundation/client-v2';
import type { NarrowingAnswer } from '../../shared/answers';
import type { GovernanceRequests } from '../requests/governance';

const KEY = 'narrowing';
const answers = new OncePerCaller<NarrowingAnswer>();

/** What the caller can narrow lists to, asked for once. */
export const narrowingOnce = (
  session: object,
  requests: Pick<GovernanceRequests, 'narrowing'>,
): Promise<NarrowingAnswer> => answers.ask(session, KEY, () => requests.narrowing());

/** The same without waiting; nothing until it is known. */
export const knownNarrowing = (session: object): NarrowingAnswer | undefined => answers.known(session, KEY);

/** The figure with this key, where it counted records of this collection. */
export function figureOf(
  answer: NarrowingAnswer | undefined,
  key: string | null,
  collection: string,
): NarrowingAnswer['figures'][number] | undefined {
  return answer?.figures.find((figure) => figure.key === key && figure.collection === collection);
}
