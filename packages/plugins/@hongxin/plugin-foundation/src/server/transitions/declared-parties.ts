import type { LocalizedText, Party, ProcessDefinition } from '@hongxin/rules/mechanism';
import type { Roles } from '../access/roles';
import type { PartyDeclaration, PartyResolver } from '../domain';

/** Relations to records by name, and what all who act on one are called. */
export class DeclaredParties {
  private readonly relations = new Map<string, PartyDeclaration & { plugin: string }>();

  constructor(private readonly roles: Pick<Roles, 'has' | 'partyLabel'>) {}

  /** @throws when another plugin declares a relation of this name */
  declare(name: string, party: PartyDeclaration, plugin: string): void {
    const known = this.relations.get(name);
    if (known && known.plugin !== plugin)
      throw new Error(`both ${known.plugin} and ${plugin} declare the party "${name}"; one of them has to go`);
    this.relations.set(name, { ...party, plugin });
  }

  resolverOf(relation: string): PartyResolver | undefined {
    return this.relations.get(relation)?.is;
  }

  /** A party as the client reads it: with what it is called, where somebody waits for it. */
  shown(party: Party): Party | (Exclude<Party, string> & { label: LocalizedText | null }) {
    if (typeof party === 'string') return party;
    const label =
      party.role === undefined
        ? (this.relations.get(party.relation)?.label ?? null)
        : this.roles.partyLabel(party.role);
    return { ...party, label };
  }

  /** @throws naming the process and step that says somebody whom no plugin declares */
  check(processes: Iterable<ProcessDefinition>): void {
    for (const process of processes)
      for (const [transition, { by }] of Object.entries(process.transitions))
        for (const party of by) {
          const unknown = this.unknownIn(party);
          if (unknown)
            throw new Error(
              `process ${process.key}, ${transition}: no plugin declares the ${unknown} that may take it`,
            );
        }
  }

  private unknownIn(party: Party): string | undefined {
    if (typeof party === 'string') return undefined;
    if (party.role !== undefined && !this.roles.has(party.role)) return `role "${party.role}"`;
    if (party.relation !== undefined && !this.relations.has(party.relation)) return `party "${party.relation}"`;
    return undefined;
  }
}
