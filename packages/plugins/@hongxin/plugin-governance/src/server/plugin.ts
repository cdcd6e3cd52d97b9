import { DomainPlugin, foundationOf, type DomainPart } from '@hongxin/plugin-foundation';
import { GOVERNANCE_REASON_LABELS } from '@hongxin/rules/governance';
import { ACCESS } from './access';
import { ACCOUNT_ACCESS } from './accounts/access';
import { defineJoinActions } from './accounts/actions';
import type { InvitationKind } from './accounts/invitation-kinds';
import { Invitations } from './accounts/invitations';
import { personInvitations } from './accounts/person-invitations';
import { accountRequestProcess } from './accounts/process';
import { AccountRequests } from './accounts/requests';
import { defineGovernanceActions } from './actions';
import { areaGrantsOf } from './area-grants';
import { registerAssigneeRules } from './assignees';
import { CONSTRAINTS } from './database/constraints';
import { seedTables } from './database/seed-tables';
import { DictionaryFields } from './dictionary-fields';
import type { DictionaryField } from './dictionary-fields/field';
import { GOVERNANCE_FIGURES } from './figures/governance-figures';
import { FigureRegistry, type FigureProvider } from './figures/registry';
import { PAGES } from './pages';
import { REASONS } from './reasons';
import { bindGovernanceRules } from './rules';

declare module '@hongxin/plugin-foundation' {
  interface DomainPart {
    /** Figures of the overview. */
    figures?: readonly FigureProvider[];
    /** Fields that offer the items of a dictionary. */
    dictionaryFields?: readonly DictionaryField[];
    /** What links to an account may be about. */
    invitations?: readonly InvitationKind[];
  }
}

/** Areas, party organisations, persons, posts and households of a city, and who is in charge of what. */
export class PluginGovernance extends DomainPlugin {
  /** Figures of the overview; other plugins register theirs here. */
  readonly figures = new FigureRegistry();

  /** Fields that offer the items of a dictionary; other plugins register theirs here. */
  readonly dictionaryFields = new DictionaryFields(this.app);

  /** Links to an account; other plugins register what theirs are about. */
  readonly invitations = new Invitations(this.app);

  private readonly accountRequests = new AccountRequests(this.app);

  protected parts(): DomainPart[] {
    return [
      {
        access: [...ACCESS, ...ACCOUNT_ACCESS],
        processes: [
          {
            definition: accountRequestProcess,
            fills: { approve: [this.accountRequests.keepAnswer], reject: [this.accountRequests.keepAnswer] },
          },
        ],
        reasons: REASONS,
        reasonLabels: GOVERNANCE_REASON_LABELS,
        constraints: CONSTRAINTS,
        figures: [GOVERNANCE_FIGURES],
        invitations: [personInvitations(this.db)],
        pages: PAGES,
      },
    ];
  }

  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for it, though its type says nothing
  async beforeLoad(): Promise<void> {
    const { parts } = foundationOf(this.app);
    parts.take('figures', (providers) => providers.forEach((each) => this.figures.registerFigures(each)));
    parts.take('dictionaryFields', (fields) => fields.forEach((each) => this.dictionaryFields.register(each)));
    parts.take('invitations', (kinds) => kinds.forEach((each) => this.invitations.register(each)));
  }

  async load(): Promise<void> {
    await super.load();
    foundationOf(this.app).identities.provideAreaGrants(areaGrantsOf(this.db));
    bindGovernanceRules(this.app);
    this.dictionaryFields.load();
    defineGovernanceActions(this.app, this.figures);
    defineJoinActions(this.app, this.accountRequests, this.invitations);
    registerAssigneeRules(this.app);
  }

  async install(): Promise<void> {
    await seedTables(this.db);
    await super.install();
  }

  async upgrade(): Promise<void> {
    await seedTables(this.db);
    await super.upgrade();
  }
}

export default PluginGovernance;
