import { action, type ActionsOfResource } from '@hongxin/plugin-foundation';
import { stageCount, type StageRow } from '../loader';

/** What the actions ask of the plugin. */
export interface DemoCity {
  load(): Promise<number>;
  stages(): Promise<StageRow[]>;
}

/** Whoever may install and remove what comes with the city. */
const DEMO = 'pm.hongxin.demo';

/** `hxDemo:status`: what is loaded, for which day. `hxDemo:load`: loads what is missing. For administrators. */
export function demoActions(demo: DemoCity): ActionsOfResource {
  const status = async () => {
    const stages = (await demo.stages()).filter((stage) => stage.finishedAt !== null);
    return { complete: stages.length >= stageCount(), today: stages[0]?.today ?? null, stages };
  };
  return {
    status: action({ right: DEMO }, status),
    load: action({ right: DEMO }, async () => {
      const loaded = await demo.load();
      return { loaded, ...(await status()) };
    }),
  };
}
