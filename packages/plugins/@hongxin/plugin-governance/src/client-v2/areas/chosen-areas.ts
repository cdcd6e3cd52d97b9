import { areaLevelOf } from '@hongxin/rules';

/** Parameter of a page's address that narrows its lists to one area. */
const PARAMETER = 'area';

export interface Address {
  pathname: string;
  search: string;
}

/** Which area each page's lists are narrowed to: all tabs of a page follow one choice, as long as the session lasts. */
export class ChosenAreas {
  private readonly codes = new Map<string, string>();
  private readonly listeners = new Set<() => void>();

  /** @returns digits of the area, or null where the page shows all of the reader's */
  of(page: string): string | null {
    return this.codes.get(page) ?? null;
  }

  choose(page: string, code: string | null): void {
    if (this.of(page) === code) return;
    if (code === null) this.codes.delete(page);
    else this.codes.set(page, code);
    for (const listener of this.listeners) listener();
  }

  /** Takes what an address says (no area, where it names none); without the parameter the choice stays as it is. */
  follow({ pathname, search }: Address): void {
    const code = new URLSearchParams(search).get(PARAMETER);
    if (code !== null) this.choose(pageOf(pathname), areaLevelOf(code) === null ? null : code);
  }

  /** The same when a page opens. @returns the page */
  arriveAt(address: Address): string {
    this.follow(address);
    return pageOf(address.pathname);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
}

/** The page that an address opens: what follows the layout, without tabs and popups. */
export function pageOf(pathname: string): string {
  const [layout, page = ''] = pathname
    .replace(/^\/v(?=\/)/, '')
    .split('/')
    .filter(Boolean);
  return page === '' ? (layout ?? '') : page;
}

/** An address that opens a page narrowed to an area, or to none whatever was chosen there before. */
export function narrowedAddress(address: string, areaCode: string | null): string {
  return `${address}${address.includes('?') ? '&' : '?'}${PARAMETER}=${areaCode ?? ''}`;
}

/** The present address with another area, so that it stays true; null where it names none. */
export function correctedAddress({ pathname, search }: Address, areaCode: string | null): string | null {
  const parameters = new URLSearchParams(search);
  if (!parameters.has(PARAMETER)) return null;
  parameters.set(PARAMETER, areaCode ?? '');
  return `${pathname}?${parameters}`;
}

export const chosenAreas = new ChosenAreas();
