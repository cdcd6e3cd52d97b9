import type { Plugin } from '@nocobase/server';
import type { DomainDefinition } from '../domain';

/** Pages, roles and workflows are written once; from then on they are the administrator's. */
export class SeedService {
  constructor(protected readonly plugin: Plugin) {}
  async load(): Promise<void> {}
  async install(): Promise<void> {}
  async apply(_pluginName: string, _domain: DomainDefinition): Promise<void> {}
}
