import { DomainPlugin, foundationOf, type DomainDefinition } from '@hongxin/plugin-foundation';
import { ACCESS } from './access';
import { defineGovernanceActions } from './actions';
import { areaGrantsOf } from './area-grants';
import { registerAssigneeRules } from './assignees';
import { CONSTRAINT_REASONS, installConstraints } from './database/constraints';
import { seedTables } from './database/seed-tables';
import { GOVERNANCE_FIGURES } from './figures/governance-figures';
import { FigureRegistry } from './figures/registry';
import { PAGES } from './pages';
import { REASON_TEXTS } from './reason-texts';
import { bindGovernanceRules } from './rules';

/** Areas, party organisations, persons, posts and households of a city, and who is in charge of what. */
export class PluginGovernance extends DomainPlugin {
  /** Figures of the overview; other plugins register theirs here. */
  readonly figures = new FigureRegistry();

  readonly domain: DomainDefinition = {
    access: ACCESS,
    reasons: REASON_TEXTS,
    constraints: CONSTRAINT_REASONS,
    pages: PAGES,
  };

  async load(): Promise<void> {
    await super.load();
    foundationOf(this.app).identities.provideAreaGrants(areaGrantsOf(this.db));
    bindGovernanceRules(this.app);
    this.figures.registerFigures(GOVERNANCE_FIGURES);
    defineGovernanceActions(this.app, this.figures);
    registerAssigneeRules(this.app);
  }

  async install(): Promise<void> {
    await installConstraints(this.db);
    await seedTables(this.db);
    await super.install();
  }

  async upgrade(): Promise<void> {
    await installConstraints(this.db);
    await seedTables(this.db);
    await super.upgrade();
  }
}

export default PluginGovernance;
