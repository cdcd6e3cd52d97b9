import type { CollectionAccess } from '../domain';
import { DeclaredTables } from './declared-tables';
import { Roles } from './roles';

/** What is declared of every collection: the one table that all guards read. */
export class AccessDeclarations {
  readonly roles = new Roles();
  protected readonly tables = new DeclaredTables(this.roles);

  /** Every declared collection. */
  all(): CollectionAccess[] {
    return this.tables.all().map(({ access }) => access);
  }

  declarationOf(collection: string): CollectionAccess | undefined {
    return this.tables.of(collection)?.access;
  }

  /** How the field's values are masked; undefined where they are not personal. */
  maskOf(collection: string, field: string): string | undefined {
    const personal: Readonly<Record<string, string>> = this.declarationOf(collection)?.personalFields ?? {};
    return Object.hasOwn(personal, field) ? personal[field] : undefined;
  }

  /** Whether some role may ask to see this field of a record in clear text. */
  isRevealable(collection: string, field: string): boolean {
    const access = this.declarationOf(collection);
    if (!access || this.maskOf(collection, field) === undefined) return false;
    return Object.values(access.grants).some((grant) => grant.reveal?.includes(field));
  }
}
