import { AREA_CODE_LENGTHS } from '@hongxin/rules/mechanism';
import { runAsSystem } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { STREETS } from '../city/places';
import type { City } from '../city/types';
import { inLanes } from './lanes';
import { References } from './references';
import type { Stage } from './stage';
import { StageLedger } from './stage-ledger';
import { accountsStage } from './stages/accounts';
import { areasStage } from './stages/areas';
import { householdsStage } from './stages/households';
import { organizationsStage } from './stages/organizations';
import { personsStage } from './stages/persons';
import { postsStage } from './stages/posts';
import { registrationStages } from './stages/registrations';
import { serviceStages } from './stages/services';
import { unitRegistrationsStage } from './stages/unit-registrations';
import { workUnitsStage } from './stages/work-units';
import { yearFeedbacksStage } from './stages/year-feedbacks';

/** While one lane waits for the database, another computes; more than three gain nothing on two cores. */
const LANES = 3;
/** How often the registrations report. */
const REPORT_EVERY = 500;

/** Each needs what the ones before have written. */
const SHARED_STAGES: readonly Stage[] = [
  areasStage,
  organizationsStage,
  accountsStage,
  personsStage,
  postsStage,
  householdsStage,
  workUnitsStage,
];

/** They tell of what the registrations have made. */
const LAST_STAGES: readonly Stage[] = [unitRegistrationsStage, yearFeedbacksStage];

export interface LoadOptions {
  app: Application;
  /** Makes the city for a day; the day of the first attempt when a load is resumed. */
  cityOf: (today: string) => City;
  today: string;
  report: (line: string) => void;
  /** Only what people sign in with and stand in: areas, organizations, accounts, persons, posts, households, units. */
  isGroundOnly?: boolean;
  /** Asked before every stage: what is not loaded then is left to the next load. */
  isStopped?: () => boolean;
}

/** How much of the city is loaded, in per cent; null when all of it is. */
export function percentOf(finishedStages: number): number | null {
  const all = stageCount();
  return finishedStages >= all ? null : Math.floor((100 * finishedStages) / all);
}

/** How many stages the whole city has. */
export function stageCount(): number {
  const communities = STREETS.reduce((count, street) => count + street.communities.length, 0);
  return SHARED_STAGES.length + LAST_STAGES.length + communities + STREETS.length;
}

/**
 * Loads the demo city stage by stage, each in one transaction. What is loaded already is skipped, so calling it again
 * changes nothing, and a load that was cut short goes on where it stopped.
 * @returns how many stages were loaded now
 */
export async function loadDemo(options: LoadOptions): Promise<number> {
  const { app, cityOf, today, isGroundOnly = false } = options;
  const ledger = new StageLedger(app.db);
  const done = await ledger.list();
  if (done.length >= (isGroundOnly ? SHARED_STAGES.length : stageCount())) return 0;
  const city = cityOf(done[0]?.today ?? today);
  const isOpen = (stage: Stage) => !done.some((row) => row.stage === stage.name);
  const run = new Run(city, ledger, options);
  return runAsSystem(async () => {
    for (const stage of SHARED_STAGES.filter(isOpen)) await run.shared(stage);
    if (isGroundOnly) return run.loaded;
    await run.registrations(registrationStages(city).filter(isOpen));
    await run.services(serviceStages(city).filter(isOpen));
    for (const stage of LAST_STAGES.filter(isOpen)) await run.shared(stage);
    return run.loaded;
  });
}

class Run {
  loaded = 0;

  constructor(
    private readonly city: City,
    private readonly ledger: StageLedger,
    private readonly options: LoadOptions,
  ) {}

  async shared(stage: Stage): Promise<void> {
    const rows = await this.stage(stage);
    if (rows !== null) this.options.report(`${stage.title} ${rows.toLocaleString('en-US')}`);
  }

  /**
   * Streets side by side, the communities of a street one after the other: numbers are counted per street, so two
   * communities of one street would wait for each other's counters.
   */
  async registrations(stages: readonly Stage[]): Promise<void> {
    // everything a registration points at is committed, and read once for all
    const references = new References(this.options.app.db, this.city);
    let total = 0;
    let reported = 0;
    const streetOf = (stage: Stage) => stage.name.split('/')[1].slice(0, AREA_CODE_LENGTHS.street);
    await inLanes(stages, streetOf, LANES, async (stage) => {
      const rows = await this.stage(stage, references);
      total += rows ?? 0;
      if (total - reported < REPORT_EVERY) return;
      reported = total;
      this.options.report(
        `${stage.title} ${total.toLocaleString('en-US')} / ${this.city.registrations.length.toLocaleString('en-US')}`,
      );
    });
  }

  /** Streets side by side, once everybody who serves is on a roll. */
  async services(stages: readonly Stage[]): Promise<void> {
    const references = new References(this.options.app.db, this.city);
    let total = 0;
    let done = 0;
    await inLanes(
      stages,
      ({ name }) => name,
      LANES,
      async (stage) => {
        const rows = await this.stage(stage, references);
        total += rows ?? 0;
        done += 1;
        this.options.report(`${stage.title} ${total.toLocaleString('en-US')}（街道 ${done} / ${stages.length}）`);
      },
    );
  }

  /** @returns the rows written, or null when another process has loaded the stage meanwhile, or the load has been stopped */
  private async stage(stage: Stage, shared?: References): Promise<number | null> {
    const { city, ledger } = this;
    const { app, isStopped = () => false } = this.options;
    if (isStopped()) return null;
    const started = performance.now();
    return app.db.sequelize.transaction(async (transaction) => {
      if (!(await ledger.claim(stage.name, city.today, transaction))) return null;
      const references = shared ?? new References(app.db, city, transaction);
      const rows = await stage.load({ app, city, transaction, references });
      await ledger.finish(stage.name, rows, Math.round(performance.now() - started), transaction);
      this.loaded += 1;
      return rows;
    });
  }
}
