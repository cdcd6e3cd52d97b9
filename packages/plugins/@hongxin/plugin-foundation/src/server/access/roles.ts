import type { Language, LocalizedText } from '@hongxin/rules/mechanism';
import type { RoleDeclaration, RoleDeclarations } from '../domain';
import { SHIPPED_ROLES } from './shipped-roles';

interface Declared extends RoleDeclaration {
  plugin: string;
}

/** How the roles of the pack are told from NocoBase's and from those that administrators make. */
const OF_THE_PACK = /^hx-[a-z][a-z0-9-]*$/;

/** The pack's roles, each declared by the plugin that brings it. */
export class Roles {
  private readonly declared = new Map<string, Declared>();

  /** @throws when two plugins declare one role, or one is not named like the pack's */
  declare(roles: RoleDeclarations, plugin: string): void {
    for (const [name, role] of Object.entries(roles)) {
      const known = this.declared.get(name);
      if (known && known.plugin !== plugin)
        throw new Error(`both ${known.plugin} and ${plugin} declare the role ${name}; one of them has to go`);
      if (!OF_THE_PACK.test(name))
        throw new Error(`${plugin} declares the role "${name}": its name has to begin with hx-`);
      this.declared.set(name, { ...role, plugin });
    }
  }

  /** Grows with every role. */
  get count(): number {
    return this.declared.size;
  }

  /** Roles that are not the pack's own, with the plugins that bring them. */
  ofOthers(): [role: string, plugin: string][] {
    return [...this.declared]
      .filter(([name]) => !Object.hasOwn(SHIPPED_ROLES, name))
      .map(([name, { plugin }]) => [name, plugin]);
  }

  names(): string[] {
    return [...this.declared.keys()];
  }

  has(name: string): boolean {
    return this.declared.has(name);
  }

  /** @throws when no plugin declares the role */
  of(name: string): Declared {
    const role = this.declared.get(name);
    if (!role) throw new Error(`no plugin declares the role "${name}"`);
    return role;
  }

  /** What the role is called where it is said who acts; null where nobody has declared it. */
  partyLabel(name: string): LocalizedText | null {
    const role = this.declared.get(name);
    return role ? (role.asParty ?? role.title) : null;
  }

  /** The title of a role as it is stored: an administrator's as it was written, a shipped one in the reader's language. */
  titleIn(language: Language, name: string, stored: string): string {
    const title = this.declared.get(name)?.title;
    return title?.zh === stored ? title[language] : stored;
  }
}
