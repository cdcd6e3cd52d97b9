import { DomainPlugin, foundationOf, installChannel, type DomainDefinition } from '@hongxin/plugin-foundation';
import { governanceOf } from '@hongxin/plugin-governance';
import { ACCESS } from './access';
import { registerAssigneeRules } from './assignees';
import { CONSTRAINT_REASONS, installConstraints } from './database/constraints';
import { NUMBERS } from './numbers';
import { PAGES, RETIRED_PAGES } from './pages';
import { PARTIES } from './parties';
import { NOTICES } from './privacy-notice';
import { registrationProcesses } from './processes';
import type { ProcessServices } from './processes/services';
import { REASONS } from './reasons';
import { bindRegistrationRules } from './rules/bind';
import { SERVICE_CHANNEL } from './notices';
import { setUp } from './setup';
import { WORKFLOWS } from './workflows';

/** 双报到: in-service members and units register with the communities they live and work in. */
export class PluginRegistration extends DomainPlugin {
  private readonly services: ProcessServices = {
    db: () => this.db,
    nextNumber: (...parameters) => foundationOf(this.app).numbers.next(...parameters),
    giveConsent: (...parameters) => foundationOf(this.app).privacy.consents.give(...parameters),
    perform: (options) => foundationOf(this.app).transitions.perform(options),
    performMany: (options) => foundationOf(this.app).transitions.performMany(options),
    performReady: (options) => foundationOf(this.app).transitions.performReady(options),
    setting: (...parameters) => foundationOf(this.app).settings.get(...parameters),
  };

  readonly domain: DomainDefinition = {
    processes: registrationProcesses(this.services),
    access: ACCESS,
    numbers: NUMBERS,
    pages: PAGES,
    retiredPages: RETIRED_PAGES,
    notices: NOTICES,
    workflows: WORKFLOWS,
    parties: PARTIES,
    constraints: CONSTRAINT_REASONS,
    reasons: REASONS,
  };

  async load(): Promise<void> {
    await super.load();
    bindRegistrationRules(this.app);
    setUp(this.app, this.services);
    registerAssigneeRules(this.app);
  }

  async install(): Promise<void> {
    await installConstraints(this.db);
    await installChannel(this.app, SERVICE_CHANNEL);
    await super.install();
  }

  async upgrade(): Promise<void> {
    await installConstraints(this.db);
    await installChannel(this.app, SERVICE_CHANNEL);
    await super.upgrade();
    await governanceOf(this.app).dictionaryFields.adopt();
  }
}

export default PluginRegistration;
