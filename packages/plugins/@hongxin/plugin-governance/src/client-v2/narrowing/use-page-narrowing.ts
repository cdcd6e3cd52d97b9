import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { NarrowingAnswer } from '../../shared/answers';
import { useGovernance } from '../requests/governance';
import { knownNarrowing, narrowingOnce } from './narrowing-once';
import { correctedAddress, pageNarrowings, type Narrowing } from './page-narrowings';

const NOTHING: NarrowingAnswer = { areas: [], figures: [] };

export interface PageNarrowing {
  /** Nothing until it is known, and where it cannot be read: lists then show all, as without a filter. */
  choices: NarrowingAnswer;
  isAnswered: boolean;
  narrowing: Narrowing;
  choose: (narrowing: Partial<Narrowing>) => void;
}

/** What a page's lists are narrowed to (what its address says, or what was chosen since), and what they can be. */
export function usePageNarrowing(page: string): PageNarrowing {
  const { session } = useTools();
  const requests = useGovernance();
  const location = useLocation();
  const navigate = useNavigate();
  const { data = knownNarrowing(session), error } = useRequest(() => narrowingOnce(session, requests), {
    onError: () => undefined,
  });
  const narrowing = useSyncExternalStore(pageNarrowings.subscribe, () => pageNarrowings.of(page));
  useEffect(() => pageNarrowings.follow(location), [location]);
  const choose = useCallback(
    (chosen: Partial<Narrowing>) => {
      pageNarrowings.choose(page, chosen);
      const address = correctedAddress(location, pageNarrowings.of(page));
      if (address !== null) navigate(address, { replace: true });
    },
    [page, location, navigate],
  );
  return { choices: data ?? NOTHING, isAnswered: data !== undefined || error !== undefined, narrowing, choose };
}
