import type { Plugin } from '@nocobase/server';
import type { AccessDeclarations } from '../access/declarations';
import { translatedTitle } from '../errors';
import type { EventLog } from '../events';
import type { Jobs } from '../jobs';
import { action, type ActionsOfResource } from '../own-actions';
import type { SettingsService } from '../settings';
import type { TransitionService } from '../transitions';
import { Consents } from './consents';
import { myDataActions } from './my-data';
import { DataRequests } from './requests';
import { Retention } from './retention';
import { RevealLimit } from './reveal-limit';
import { RETENTION, REVEAL_LIMIT } from './settings';

/** When records past their time lose their personal data: at night, once. */
const RETENTION_TIME = '0 20 3 * * *';

/** The permission of plugin settings for whoever keeps personal data and accounts in order. */
export const PRIVACY_SNIPPET = 'pm.hongxin.privacy';

/** What the protection of personal information uses of the other mechanisms. */
export interface PrivacyUses {
  settings: SettingsService;
  events: EventLog;
  access: AccessDeclarations;
  transitions: TransitionService;
  jobs: Jobs;
}

/** Personal information (PIPL): consents, a person's own view of their data, requests, limits of reveals, retention. */
export class Privacy {
  readonly requests: DataRequests;
  private parts?: { consents: Consents; retention: Retention; revealLimit: RevealLimit };

  constructor(
    private readonly plugin: Plugin,
    private readonly uses: PrivacyUses,
  ) {
    this.requests = new DataRequests({ db: () => plugin.db, ...uses });
  }

  get consents(): Consents {
    return this.services().consents;
  }

  get retention(): Retention {
    return this.services().retention;
  }

  get revealLimit(): RevealLimit {
    return this.services().revealLimit;
  }

  load(): void {
    const { settings, jobs } = this.uses;
    settings.define(REVEAL_LIMIT);
    settings.define(RETENTION);
    jobs.add({ name: 'foundation.retention', at: RETENTION_TIME, run: (now) => this.retention.run(now) });
  }

  get resources(): Readonly<Record<string, ActionsOfResource>> {
    return {
      hxMyData: myDataActions(this.plugin.app, { ...this.uses, privacy: this }),
      hxPrivacy: {
        /** GET → what each collection keeps, for how long, and how many records are due now */
        retention: action({ right: PRIVACY_SNIPPET }, async ({ ctx }) => {
          const figures = await this.retention.figures();
          return figures.map((figure) => ({
            ...figure,
            title: translatedTitle(ctx, ctx.db.getCollection(figure.collection)?.options.title) ?? figure.collection,
          }));
        }),
        anonymize: action({ right: PRIVACY_SNIPPET }, () => this.retention.run()),
      },
    };
  }

  /** Made on first use: the database is not there yet when the plugin is constructed. */
  private services() {
    if (this.parts) return this.parts;
    const { app } = this.plugin;
    const { settings, events } = this.uses;
    this.parts = {
      consents: new Consents(app, () => events),
      retention: new Retention(app, this.uses),
      revealLimit: new RevealLimit(app.db, settings),
    };
    return this.parts;
  }
}
