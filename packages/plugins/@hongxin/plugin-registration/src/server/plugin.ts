import { DomainPlugin, type DomainPart, type Services } from '@hongxin/plugin-foundation';
import { claims } from './claims';
import { limitCheckInTries } from './claims/check-in-tries';
import { members } from './members';
import { needs } from './needs';
import { projects } from './projects';
import { REASONS } from './reasons';
import { resources } from './resources';
import { servicePosts } from './service-posts';
import { serviceRecords } from './service-records';
import { unitRegistrations } from './unit-registrations';
import { units } from './units';
import { yearFeedbacks } from './year-feedbacks';

/** 双报到: in-service members and units register with the communities they live and work in. */
export class PluginRegistration extends DomainPlugin {
  protected parts(services: Services): DomainPart[] {
    return [
      { reasons: REASONS },
      members(services),
      units(services),
      unitRegistrations(services),
      needs(services),
      resources(),
      projects(services),
      servicePosts(services),
      claims(services),
      serviceRecords(services),
      yearFeedbacks(services),
    ];
  }

  async load(): Promise<void> {
    await super.load();
    limitCheckInTries(this.app);
  }
}

export default PluginRegistration;
