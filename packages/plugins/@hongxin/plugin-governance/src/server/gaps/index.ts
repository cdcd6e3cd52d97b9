import type { DomainPart } from '@hongxin/plugin-foundation';
import { exportGapsAction, gapsAction } from './action';
import { gapsPage } from './page';

/** 覆盖缺口: what the structure still lacks. Each action asks the role tables itself how far the caller sees. */
export const gaps = (): DomainPart => ({
  resources: { hxGovernance: { gaps: gapsAction, exportGaps: exportGapsAction } },
  pages: [gapsPage],
});
