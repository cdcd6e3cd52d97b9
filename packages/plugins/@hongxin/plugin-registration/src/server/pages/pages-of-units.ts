import type { PageSeed } from '@hongxin/plugin-foundation';
import { unitsPage } from './units';

export const UNITS_PAGES: readonly PageSeed[] = [unitsPage];
