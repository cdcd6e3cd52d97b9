/** Stand-in for the host's router: an address that tests set, and that `navigate` changes. */
import React from 'react';

export const address = { pathname: '/', search: '' };
const listeners = new Set<() => void>();

export function goTo(to: string): void {
  const [pathname, search = ''] = to.split('?');
  Object.assign(address, { pathname, search: search && `?${search}` });
  for (const listener of listeners) listener();
}
export function useLocation() {
  const [, again] = React.useReducer((count: number) => count + 1, 0);
  React.useEffect(() => {
    listeners.add(again);
    return () => void listeners.delete(again);
  }, []);
  return { ...address };
}
export const useNavigate = () => goTo;
