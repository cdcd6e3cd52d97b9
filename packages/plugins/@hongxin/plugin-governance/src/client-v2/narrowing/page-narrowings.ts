import { areaLevelOf } from '@hongxin/rules/mechanism';

/** Parameters of a page's address that narrow its lists: to one area, and to what a figure counted. */
const AREA = 'area';
const FIGURE = 'figure';

export interface Address {
  pathname: string;
  search: string;
}

/** What the lists of a page are narrowed to; null where they are not. */
export interface Narrowing {
  /** Digits of the area. It holds for all tabs of the page, until another is chosen. */
  areaCode: string | null;
  /** Key of the figure that led here. It holds for the tab it led to. */
  figure: string | null;
}

const NONE: Narrowing = { areaCode: null, figure: null };

/** What each page's lists are narrowed to, as long as the session lasts. */
export class PageNarrowings {
  private readonly pages = new Map<string, Narrowing & { tab: string }>();
  private readonly listeners = new Set<() => void>();

  of(page: string): Narrowing {
    return this.pages.get(page) ?? NONE;
  }

  /** Takes what an address says; without the parameters the area stays, and the figure as long as its tab is open. */
  follow({ pathname, search }: Address): void {
    const { page, tab } = placeOf(pathname);
    const parameters = new URLSearchParams(search);
    const [area, figure] = [parameters.get(AREA), parameters.get(FIGURE)];
    const before = this.pages.get(page);
    const areaCode = area === null ? (before?.areaCode ?? null) : areaLevelOf(area) === null ? null : area;
    if (area !== null || figure !== null) this.set(page, { areaCode, figure: figure || null, tab });
    else if (before && before.figure !== null && before.tab !== tab) this.set(page, { ...before, figure: null });
  }

  /** The same when a page opens. @returns the page */
  arriveAt(address: Address): string {
    this.follow(address);
    return placeOf(address.pathname).page;
  }

  choose(page: string, narrowing: Partial<Narrowing>): void {
    this.set(page, { ...NONE, tab: '', ...this.pages.get(page), ...narrowing });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What is the same stays the same object, so that nothing is drawn or read again for it. */
  private set(page: string, narrowing: Narrowing & { tab: string }): void {
    const { areaCode, figure, tab } = this.pages.get(page) ?? { ...NONE, tab: '' };
    if (areaCode === narrowing.areaCode && figure === narrowing.figure && tab === narrowing.tab) return;
    this.pages.set(page, narrowing);
    for (const listener of this.listeners) listener();
  }
}

/** The page that an address opens (what follows the layout), and its tab; popups leave both as they are. */
export function placeOf(pathname: string): { page: string; tab: string } {
  const [layout = '', page = '', ...more] = pathname
    .replace(/^\/v(?=\/)/, '')
    .split('/')
    .filter(Boolean);
  return { page: page === '' ? layout : page, tab: more[0] === 'tab' ? (more[1] ?? '') : '' };
}

/** An address that opens a page narrowed like this, or not at all, whatever was chosen there before. */
export function narrowedAddress(address: string, { areaCode, figure }: Narrowing): string {
  const parameters = new URLSearchParams({ [AREA]: areaCode ?? '', ...(figure === null ? {} : { [FIGURE]: figure }) });
  return `${address}${address.includes('?') ? '&' : '?'}${parameters}`;
}

/** The present address with another narrowing, so that it stays true; null where it says nothing of one. */
export function correctedAddress({ pathname, search }: Address, { areaCode, figure }: Narrowing): string | null {
  const parameters = new URLSearchParams(search);
  if (!parameters.has(AREA) && !parameters.has(FIGURE)) return null;
  parameters.set(AREA, areaCode ?? '');
  if (figure === null) parameters.delete(FIGURE);
  return `${pathname}?${parameters}`;
}

export const pageNarrowings = new PageNarrowings();
