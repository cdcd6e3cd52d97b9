import type { Plugin } from '@nocobase/server';

/** Fields and collections that code defines cannot be deleted by accident in Data source manager. */
export class CodeProtection {
  constructor(protected readonly plugin: Plugin) {}
  async load(): Promise<void> {}
}
