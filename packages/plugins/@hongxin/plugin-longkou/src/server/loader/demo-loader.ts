import { runAsSystem } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { STREETS } from '../city/places';
import type { City } from '../city/types';
import { References } from './references';
import type { Stage } from './stage';
import { StageLedger, type StageRow } from './stage-ledger';
import { accountsStage } from './stages/accounts';
import { areasStage } from './stages/areas';
import { householdsStage } from './stages/households';
import { organizationsStage } from './stages/organizations';
import { personsStage } from './stages/persons';
import { postsStage } from './stages/posts';
import { registrationStages } from './stages/registrations';
import { workUnitsStage } from './stages/work-units';

/** Registrations of several communities at once: while one waits for the database, another computes. */
const CONCURRENT_COMMUNITIES = 3;
/** How often the registrations report. */
const REPORT_EVERY = 500;

export interface LoadOptions {
  app: Application;
  /** Makes the city for a day; the day of the first attempt when a load is resumed. */
  cityOf: (today: string) => City;
  today: string;
  report: (line: string) => void;
}

/**
 * Loads the demo city stage by stage, each in one transaction. What is loaded already is skipped, so calling it again
 * changes nothing, and a load that was cut short goes on where it stopped.
 * @returns how many stages were loaded now
 */
export async function loadDemo({ app, cityOf, today, report }: LoadOptions): Promise<number> {
  const ledger = new StageLedger(app.db);
  const done = await ledger.list();
  const city = cityOf(done[0]?.today ?? today);
  const open = stagesOf(city).filter((stages) => stages.some((stage) => !done.some((row) => row.stage === stage.name)));
  if (open.length === 0) return 0;
  return runAsSystem(async () => {
    let count = 0;
    for (const stages of open) count += await runStages(stages, { app, city, ledger, done, report });
    return count;
  });
}

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

/** Lists come one after the other; the stages in one list may run together. */
function stagesOf(city: City): Stage[][] {
  return [...SHARED_STAGES.map((stage) => [stage]), registrationStages(city)];
}

/** How many stages the whole city has. */
export function stageCount(): number {
  const communities = STREETS.reduce((count, street) => count + street.communities.length, 0);
  return SHARED_STAGES.length + communities;
}

interface Run {
  app: Application;
  city: City;
  ledger: StageLedger;
  done: readonly StageRow[];
  report: (line: string) => void;
}

async function runStages(stages: readonly Stage[], run: Run): Promise<number> {
  const waiting = stages.filter((stage) => !run.done.some((row) => row.stage === stage.name));
  const counts: number[] = [];
  let rows = 0;
  const worker = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      const before = rows;
      const written = await runStage(stage, run).catch((error: unknown) => {
        waiting.length = 0; // the others finish what they have begun, and begin nothing more
        throw error;
      });
      if (written === null) continue;
      counts.push(written);
      rows += written;
      const isLast = waiting.length === 0;
      if (stages.length > 1 && (isLast || Math.floor(rows / REPORT_EVERY) > Math.floor(before / REPORT_EVERY))) {
        run.report(`党员报到 ${rows.toLocaleString('en-US')}`);
      }
    }
  };
  const workers = Array.from({ length: Math.min(CONCURRENT_COMMUNITIES, waiting.length) }, worker);
  const failed = (await Promise.allSettled(workers)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  if (stages.length === 1 && counts.length > 0) run.report(`${stages[0].title} ${rows.toLocaleString('en-US')}`);
  return counts.length;
}

/** @returns the rows written, or null when another process has loaded the stage meanwhile */
async function runStage(stage: Stage, { app, city, ledger }: Run): Promise<number | null> {
  const started = Date.now();
  return app.db.sequelize.transaction(async (transaction) => {
    if (!(await ledger.claim(stage.name, city.today, transaction))) return null;
    const references = new References(app.db, city, transaction);
    const rows = await stage.load({ app, city, transaction, references });
    await ledger.finish(stage.name, rows, Date.now() - started, transaction);
    return rows;
  });
}
