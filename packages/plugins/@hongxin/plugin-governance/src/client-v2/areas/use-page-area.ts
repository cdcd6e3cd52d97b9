import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { chosenAreas, correctedAddress } from './chosen-areas';

export interface PageArea {
  /** Digits of the area the page is narrowed to, or null. */
  areaCode: string | null;
  choose: (code: string | null) => void;
}

/** The area that a page's lists are narrowed to: what its address says, or what was chosen since. */
export function usePageArea(page: string): PageArea {
  const location = useLocation();
  const navigate = useNavigate();
  const areaCode = useSyncExternalStore(chosenAreas.subscribe, () => chosenAreas.of(page));
  useEffect(() => chosenAreas.follow(location), [location]);
  const choose = useCallback(
    (code: string | null) => {
      chosenAreas.choose(page, code);
      const address = correctedAddress(location, code);
      if (address !== null) navigate(address, { replace: true });
    },
    [page, location, navigate],
  );
  return { areaCode, choose };
}
