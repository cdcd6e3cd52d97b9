import type { Application } from '@nocobase/server';
import type { FigureRegistry } from '../overview/registry';
import { factsAction } from '../organizations/tree/facts';
import { exportGapsAction, gapsAction } from '../gaps/action';
import { narrowingAction } from '../overview/narrowing';
import { overviewAction } from '../overview/action';
import { treeAction } from '../organizations/tree/action';

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
