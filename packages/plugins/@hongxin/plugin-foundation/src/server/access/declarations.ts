import type { CollectionAccess } from '../domain';

/** What is declared of every collection: the one table that all guards read. */
export class AccessDeclarations {
  protected readonly declarations = new Map<string, CollectionAccess>();

  /** Every declared collection. */
  all(): CollectionAccess[] {
    return [...this.declarations.values()];
  }

  declarationOf(collection: string): CollectionAccess | undefined {
    return this.declarations.get(collection);
  }

  /** How the field's values are masked; undefined where they are not personal. */
  maskOf(collection: string, field: string): string | undefined {
    const personal: Readonly<Record<string, string>> = this.declarations.get(collection)?.personalFields ?? {};
    return Object.hasOwn(personal, field) ? personal[field] : undefined;
  }

  /** Whether some role may ask to see this field of a record in clear text. */
  isRevealable(collection: string, field: string): boolean {
    const access = this.declarations.get(collection);
    if (!access || this.maskOf(collection, field) === undefined) return false;
    return Object.values(access.grants).some((grant) => grant.reveal?.includes(field));
  }
}
