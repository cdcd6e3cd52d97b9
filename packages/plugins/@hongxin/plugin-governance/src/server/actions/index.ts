import type { Application } from '@nocobase/server';
import type { FigureRegistry } from '../figures/registry';
import { factsAction } from './facts';
import { exportGapsAction, gapsAction } from './gaps';
import { narrowingAction } from './narrowing';
import { overviewAction } from './overview';
import { treeAction } from './tree';

const OPEN = ['overview', 'narrowing', 'tree', 'facts', 'gaps', 'exportGaps'];

/** The resource `hxGovernance`. Each action asks the role tables itself how far the caller sees. */
export function defineGovernanceActions(app: Application, figures: FigureRegistry): void {
  app.resourceManager.define({
    name: 'hxGovernance',
    only: OPEN,
    actions: {
      overview: overviewAction(figures),
      narrowing: narrowingAction(figures),
      tree: treeAction,
      facts: factsAction,
      gaps: gapsAction,
      exportGaps: exportGapsAction,
    },
  });
  app.acl.allow('hxGovernance', OPEN, 'loggedIn');
}
