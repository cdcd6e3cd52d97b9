import type { Language } from '@hongxin/plugin-foundation/client-v2';
import { GAP_TEXTS, type GapKind } from '../../shared/gap-kinds';

/** Gaps that leave people without anyone to turn to are red, the others amber; colour never stands alone. */
const COLOURS: Readonly<Record<GapKind, string>> = {
  buildingWithoutGroup: 'red',
  buildingWithoutHead: 'red',
  unitWithoutHead: 'red',
  organizationWithoutHead: 'red',
  hubHouseholds: 'orange',
  termExpired: 'orange',
  organizationMisplaced: 'gold',
  personTwice: 'gold',
};

export const gapColour = (kind: GapKind): string => COLOURS[kind];
export const gapTitle = (kind: GapKind, language: Language): string => GAP_TEXTS[kind].title[language];
export const gapAdvice = (kind: GapKind, language: Language): string => GAP_TEXTS[kind].advice[language];
