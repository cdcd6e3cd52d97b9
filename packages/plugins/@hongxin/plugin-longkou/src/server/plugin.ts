import { foundationOf, Refusal } from '@hongxin/plugin-foundation';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import { Plugin } from '@nocobase/server';
import { demoActions } from './actions/demo';
import { generateCity } from './city/generate-city';
import { refuseDemoAccountsInProduction } from './guard-production';
import { loadDemo, StageLedger, type LoadOptions, type StageRow } from './loader';
import { decideDemo } from './policy';
import { cityToday } from './today';

type LoadPart = Pick<LoadOptions, 'isGroundOnly'>;

const DEMO_NOT_WANTED: LocalizedText = {
  zh: '当前环境不装载示范城市：未设为 none 的 HX_DEMO 才会装载，生产环境需明确设置 HX_DEMO=longkou。',
  en: 'This environment does not want the demo city: HX_DEMO must not be none, and in production it must be longkou.',
};

/**
 * The demo city 龙口, loaded once unless the environment says no: what people sign in with when the plugin is installed, the
 * rest while they do. A load that was cut short goes on at the next start.
 */
export class PluginLongkou extends Plugin {
  private rest: Promise<unknown> = Promise.resolve();
  private isStopped = false;

  async load(): Promise<void> {
    const { app } = this;
    /* eslint-disable @typescript-eslint/no-misused-promises -- NocoBase waits for its listeners (emitAsync) */
    app.on('beforeStart', async () => {
      await refuseDemoAccountsInProduction(app.db);
      if (await this.db.collectionExistsInDb('hxDemoStages')) await this.loadIfWanted({ isGroundOnly: true });
    });
    app.on('afterStart', () => this.beginRest());
    for (const end of ['beforeStop', 'beforeReload']) app.on(end, () => this.endRest());
    /* eslint-enable @typescript-eslint/no-misused-promises */
    const hxDemo = demoActions({ load: () => this.loadNow(), stages: () => this.stages() });
    foundationOf(app).register(this.name, { reasons: { DEMO_NOT_WANTED }, resources: { hxDemo } });
  }

  async install(): Promise<void> {
    await this.loadIfWanted({ isGroundOnly: true });
  }

  /** Nobody waits for it: who signs in meanwhile is told how far it is. */
  private beginRest(): void {
    this.isStopped = false;
    this.rest = this.loadIfWanted().catch((error: unknown) => {
      report('装载中断，下次启动时继续 / cut short, goes on at the next start');
      this.app.logger.error('loading the demo city was cut short', { error });
    });
  }

  private async endRest(): Promise<void> {
    this.isStopped = true;
    await this.rest;
  }

  /** Loads what is missing, where the environment wants the demo city. @returns how many stages were loaded */
  async loadIfWanted(part: LoadPart = {}): Promise<number> {
    const decision = decideDemo(process.env);
    if (decision.load) return this.loadCity(part);
    if (decision.because === 'production') {
      report('未装载：生产环境需明确设置 HX_DEMO=longkou / not loaded: production needs HX_DEMO=longkou');
    }
    return 0;
  }

  private async loadNow(): Promise<number> {
    const decision = decideDemo(process.env);
    if (!decision.load) throw new Refusal(400, [{ code: 'DEMO_NOT_WANTED', params: { because: decision.because } }]);
    return this.loadCity();
  }

  private async loadCity({ isGroundOnly = false }: LoadPart = {}): Promise<number> {
    const started = performance.now();
    const isStopped = () => this.isStopped;
    const options = { app: this.app, cityOf: generateCity, today: cityToday(), report, isGroundOnly, isStopped };
    const count = await loadDemo(options);
    const what = isGroundOnly ? '可以登录' : '装载完成';
    if (count > 0 && !this.isStopped) report(`${what}，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`);
    return count;
  }

  private stages(): Promise<StageRow[]> {
    return new StageLedger(this.db).list();
  }
}

function report(line: string): void {
  process.stdout.write(`龙口示范城市: ${line}\n`);
}

export default PluginLongkou;
