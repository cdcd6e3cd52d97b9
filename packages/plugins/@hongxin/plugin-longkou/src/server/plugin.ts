import { foundationOf, Refusal } from '@hongxin/plugin-foundation';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import { Plugin } from '@nocobase/server';
import { demoActions } from './actions/demo';
import { generateCity } from './city/generate-city';
import { refuseDemoAccountsInProduction } from './guard-production';
import { loadDemo, StageLedger, type StageRow } from './loader';
import { decideDemo } from './policy';
import { cityToday } from './today';

const DEMO_NOT_WANTED: LocalizedText = {
  zh: '当前环境不装载示范城市：未设为 none 的 HX_DEMO 才会装载，生产环境需明确设置 HX_DEMO=longkou。',
  en: 'This environment does not want the demo city: HX_DEMO must not be none, and in production it must be longkou.',
};

/** The demo city 龙口: loaded once, when the plugin is installed, unless the environment says no. */
export class PluginLongkou extends Plugin {
  async load(): Promise<void> {
    const { app } = this;
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for its listeners (emitAsync)
    app.on('beforeStart', async () => {
      await refuseDemoAccountsInProduction(app.db);
      // a load that was cut short goes on here
      if (await this.db.collectionExistsInDb('hxDemoStages')) await this.loadIfWanted();
    });
    const hxDemo = demoActions({ load: () => this.loadNow(), stages: () => this.stages() });
    foundationOf(app).register(this.name, { reasons: { DEMO_NOT_WANTED }, resources: { hxDemo } });
  }

  async install(): Promise<void> {
    await this.loadIfWanted();
  }

  /** Loads what is missing, where the environment wants the demo city. @returns how many stages were loaded */
  async loadIfWanted(): Promise<number> {
    const decision = decideDemo(process.env);
    if (decision.load) return this.loadCity();
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

  private async loadCity(): Promise<number> {
    const started = performance.now();
    const count = await loadDemo({ app: this.app, cityOf: generateCity, today: cityToday(), report });
    if (count > 0) report(`装载完成，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`);
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
