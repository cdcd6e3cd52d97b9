import type { Plugin } from '@nocobase/server';
import type { CollectionAccess } from '../domain';

/** Who may see and change what, on every path. */
export class AccessControl {
  protected readonly declarations = new Map<string, CollectionAccess>();
  constructor(protected readonly plugin: Plugin) {}
  register(access: CollectionAccess): void {
    this.declarations.set(access.collection, access);
  }
  declarationOf(collection: string): CollectionAccess | undefined {
    return this.declarations.get(collection);
  }
  async load(): Promise<void> {}
}
