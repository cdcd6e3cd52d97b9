import { DomainPlugin, foundationOf, type DomainPart, type Services } from '@hongxin/plugin-foundation';
import { GOVERNANCE_REASON_LABELS, GOVERNANCE_RULE_REASONS } from '@hongxin/rules/governance';
import { accountRequests } from './account-requests';
import { areas } from './areas';
import { assignees } from './assignees';
import { calendar } from './calendar';
import { COMMON_REASONS } from './common/reasons';
import { dictionaries } from './dictionaries';
import { DictionaryFields } from './dictionaries/fields';
import type { DictionaryField } from './dictionaries/fields/field';
import { gaps } from './gaps';
import { grantedRoles } from './granted-roles';
import { households } from './households';
import { invitations } from './invitations';
import { Invitations } from './invitations/invitations';
import type { InvitationKind } from './invitations/kinds';
import { organizations } from './organizations';
import { overview } from './overview';
import { FigureRegistry, type FigureProvider } from './overview/registry';
import { persons } from './persons';
import { postTypes } from './post-types';
import { posts } from './posts';

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
  readonly figures = new FigureRegistry();
  readonly dictionaryFields = new DictionaryFields(this.app);
  readonly invitations = new Invitations(this.app);

  protected parts(services: Services): DomainPart[] {
    return [
      { reasons: GOVERNANCE_RULE_REASONS, reasonLabels: GOVERNANCE_REASON_LABELS },
      { reasons: COMMON_REASONS },
      areas(services),
      organizations(services),
      persons(services),
      posts(),
      households(),
      postTypes(services),
      dictionaries(services, this.dictionaryFields),
      grantedRoles(services),
      assignees(services),
      accountRequests(services),
      invitations(services, this.invitations),
      gaps(),
      overview(this.figures),
      calendar(),
    ];
  }

  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for it, though its type says nothing
  async beforeLoad(): Promise<void> {
    const { parts } = foundationOf(this.app);
    parts.take('figures', (providers) => providers.forEach((each) => this.figures.registerFigures(each)));
    parts.take('dictionaryFields', (fields) => fields.forEach((each) => this.dictionaryFields.register(each)));
    parts.take('invitations', (kinds) => kinds.forEach((each) => this.invitations.register(each)));
  }
}

export default PluginGovernance;
