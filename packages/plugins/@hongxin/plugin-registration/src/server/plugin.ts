import { DomainPlugin, foundationOf, type DomainDefinition } from '@hongxin/plugin-foundation';
import { ACCESS } from './access';
import { registerAssigneeRules } from './assignees';
import { CONSTRAINT_REASONS, installConstraints } from './database/constraints';
import { NUMBERS } from './effects/numbers';
import { PAGES } from './pages';
import { PARTIES } from './parties';
import { registrationProcess } from './processes/registration';
import { REASON_TEXTS } from './reasons';
import { bindRegistrationRules } from './rules/bind';
import { WORKFLOWS } from './workflows';

/** 双报到: in-service members and units register with the communities they live and work in. */
export class PluginRegistration extends DomainPlugin {
  readonly domain: DomainDefinition = {
    processes: [
      registrationProcess({
        nextNumber: (...parameters) => foundationOf(this.app).numbers.next(...parameters),
        perform: (options) => foundationOf(this.app).transitions.perform(options),
      }),
    ],
    access: ACCESS,
    numbers: NUMBERS,
    pages: PAGES,
    workflows: WORKFLOWS,
    parties: PARTIES,
    constraints: CONSTRAINT_REASONS,
    reasons: REASON_TEXTS,
  };

  async load(): Promise<void> {
    await super.load();
    bindRegistrationRules(this.db);
    registerAssigneeRules(this.app);
  }

  async install(): Promise<void> {
    await installConstraints(this.db);
    await super.install();
  }

  async upgrade(): Promise<void> {
    await installConstraints(this.db);
    await super.upgrade();
  }
}

export default PluginRegistration;
