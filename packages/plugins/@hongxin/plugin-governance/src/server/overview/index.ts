import type { DomainPart } from '@hongxin/plugin-foundation';
import { overviewAction } from './action';
import { GOVERNANCE_FIGURES } from './figures';
import { narrowingAction } from './narrowing';
import { overviewPage } from './page';
import type { FigureRegistry } from './registry';

/** 治理总览: figures of every plugin. Each action asks the role tables itself how far the caller sees. */
export const overview = (figures: FigureRegistry): DomainPart => ({
  figures: [GOVERNANCE_FIGURES],
  resources: { hxGovernance: { overview: overviewAction(figures), narrowing: narrowingAction(figures) } },
  pages: [overviewPage],
});
