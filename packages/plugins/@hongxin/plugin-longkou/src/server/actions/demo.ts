import type { Context, Next } from '@nocobase/actions';
import { stageCount, type StageRow } from '../loader';

/** What the actions ask of the plugin. */
export interface DemoCity {
  load(): Promise<number>;
  stages(): Promise<StageRow[]>;
}

/** `hxDemo:status`: what is loaded, for which day. `hxDemo:load`: loads what is missing. For administrators. */
export function demoActions(demo: DemoCity) {
  const status = async () => {
    const stages = (await demo.stages()).filter((stage) => stage.finishedAt !== null);
    return { complete: stages.length >= stageCount(), today: stages[0]?.today ?? null, stages };
  };
  return {
    async status(ctx: Context, next: Next): Promise<void> {
      ctx.body = await status();
      await next();
    },
    async load(ctx: Context, next: Next): Promise<void> {
      const loaded = await demo.load();
      ctx.body = { loaded, ...(await status()) };
      await next();
    },
  };
}
