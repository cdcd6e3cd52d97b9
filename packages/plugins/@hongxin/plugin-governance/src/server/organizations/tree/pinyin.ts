import { pinyin } from 'pinyin-pro';

const KEPT = 20_000;
const known = new Map<string, string>();

/** Initials of a Chinese name, e.g. 锦里社区 → jlsq; letters and digits stay. */
export function initialsOf(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
  if (known.size >= KEPT) known.clear();
  known.set(name, initials);
  return initials;
}

export function matchesInitials(name: string, search: string): boolean {
  return initialsOf(name).includes(search.toLowerCase());
}
