/** Which of NocoBase's own plugins run. */
import type { Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { handler } from '../handler';
import { addStandIns } from './stand-ins';
import { UNUSED } from './unused';

interface Options {
  /** Off until somebody turns it on: NocoBase turns all of its own on whenever it is upgraded. */
  keptOff?: boolean;
}

export class HostPlugins {
  constructor(private readonly plugin: Plugin) {}

  /** @returns what to do when the application says so */
  get hears() {
    return {
      afterInstall: () => this.switchOffUnused(),
      afterDisablePlugin: (name: string) => this.note(name, true),
      afterEnablePlugin: (name: string) => this.note(name, false),
    };
  }

  load(): void {
    this.plugin.app.resourceManager.use(handler(addStandIns), { tag: 'hxStandIns' });
  }

  /** What was off stays off. */
  async upgrade(): Promise<void> {
    const rows = (await this.rows.find({ filter: { enabled: true } })) as Model[];
    const names = rows.filter((row) => optionsOf(row).keptOff).map((row) => row.get('name') as string);
    if (names.length > 0) await this.rows.update({ filter: { name: names }, values: { enabled: false } });
  }

  /** Only a new installation: where the pack is added to one, its people may use all there is. */
  private async switchOffUnused(): Promise<void> {
    if (process.env.HX_HOST_PLUGINS === 'all') return;
    const values = { enabled: false, options: { keptOff: true } satisfies Options };
    await this.rows.update({ filter: { name: Object.keys(UNUSED) }, values });
  }

  private async note(name: string, keptOff: boolean): Promise<void> {
    const row = (await this.rows.findOne({ filter: { name } })) as Model | null;
    if (!row || Boolean(optionsOf(row).keptOff) === keptOff) return;
    await this.rows.update({ filter: { name }, values: { options: { ...optionsOf(row), keptOff } } });
  }

  private get rows() {
    return this.plugin.db.getRepository('applicationPlugins');
  }
}

const optionsOf = (row: Model): Options => (row.get('options') as Options | null) ?? {};
