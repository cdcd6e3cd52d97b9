import { DomainPlugin, foundationOf, type DomainPart } from '@hongxin/plugin-foundation';
import { GOVERNANCE_REASON_LABELS } from '@hongxin/rules/governance';
import hxAreas from './areas/collection';
import hxOrganizations from './organizations/collection';
import hxOrganizationAreas from './organizations/covered-areas';
import hxPersons from './persons/collection';
import hxPostTypes from './post-types/collection';
import hxPosts from './posts/collection';
import hxPostDuties from './posts/duties';
import hxPostServices from './posts/services';
import hxGrantedRoles from './posts/granted-roles';
import hxHouseholds from './households/collection';
import hxDictionaryItems from './dictionaries/collection';
import hxAccountRequests from './account-requests/collection';
import hxInvitations from './invitations/collection';
import { ACCESS } from './access';
import { ACCOUNT_ACCESS } from './accounts/access';
import { defineJoinActions } from './accounts/actions';
import type { InvitationKind } from './invitations/kinds';
import { Invitations } from './invitations/invitations';
import { personInvitations } from './persons/invitations';
import { accountRequestProcess } from './account-requests/process';
import { AccountRequests } from './account-requests/requests';
import { defineGovernanceActions } from './actions';
import { areaGrantsOf } from './posts/area-grants';
import { registerAssigneeRules } from './posts/assignees/rules';
import { CONSTRAINTS } from './database/constraints';
import { seedTables } from './database/seed-tables';
import { DictionaryFields } from './dictionaries/fields';
import type { DictionaryField } from './dictionaries/fields/field';
import { GOVERNANCE_FIGURES } from './overview/figures';
import { FigureRegistry, type FigureProvider } from './overview/registry';
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
        collections: [
          hxAreas,
          hxOrganizations,
          hxOrganizationAreas,
          hxPersons,
          hxPostTypes,
          hxPosts,
          hxPostDuties,
          hxPostServices,
          hxGrantedRoles,
          hxHouseholds,
          hxDictionaryItems,
          hxAccountRequests,
          hxInvitations,
        ],
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
