import { DomainPlugin, foundationOf, type DomainDefinition } from '@hongxin/plugin-foundation';
import { GOVERNANCE_REASON_LABELS } from '@hongxin/rules/governance';
import { ACCESS } from './access';
import { ACCOUNT_ACCESS } from './accounts/access';
import { defineJoinActions } from './accounts/actions';
import { Invitations } from './accounts/invitations';
import { personInvitations } from './accounts/person-invitations';
import { accountRequestProcess } from './accounts/process';
import { AccountRequests } from './accounts/requests';
import { defineGovernanceActions } from './actions';
import { areaGrantsOf } from './area-grants';
import { registerAssigneeRules } from './assignees';
import { CONSTRAINT_REASONS, installConstraints } from './database/constraints';
import { seedTables } from './database/seed-tables';
import { DictionaryFields } from './dictionary-fields';
import { GOVERNANCE_FIGURES } from './figures/governance-figures';
import { FigureRegistry } from './figures/registry';
import { PAGES } from './pages';
import { REASONS } from './reasons';
import { bindGovernanceRules } from './rules';

/** Areas, party organisations, persons, posts and households of a city, and who is in charge of what. */
export class PluginGovernance extends DomainPlugin {
  /** Figures of the overview; other plugins register theirs here. */
  readonly figures = new FigureRegistry();

  /** Fields that offer the items of a dictionary; other plugins register theirs here. */
  readonly dictionaryFields = new DictionaryFields(this.app);

  /** Links to an account; other plugins register what theirs are about. */
  readonly invitations = new Invitations(this.app);

  private readonly accountRequests = new AccountRequests(this.app);

  readonly domain: DomainDefinition = {
    access: [...ACCESS, ...ACCOUNT_ACCESS],
    processes: [
      {
        definition: accountRequestProcess,
        fills: { approve: [this.accountRequests.keepAnswer], reject: [this.accountRequests.keepAnswer] },
      },
    ],
    reasons: REASONS,
    reasonLabels: GOVERNANCE_REASON_LABELS,
    constraints: CONSTRAINT_REASONS,
    pages: PAGES,
  };

  async load(): Promise<void> {
    await super.load();
    foundationOf(this.app).identities.provideAreaGrants(areaGrantsOf(this.db));
    bindGovernanceRules(this.app);
    this.dictionaryFields.load();
    this.figures.registerFigures(GOVERNANCE_FIGURES);
    defineGovernanceActions(this.app, this.figures);
    this.invitations.register(personInvitations(this.db));
    defineJoinActions(this.app, this.accountRequests, this.invitations);
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
