import { action, type ActionsOfResource } from '@hongxin/plugin-foundation';
import { percentOf, stageCount, type StageRow } from '../loader';

/** What the actions ask of the plugin. */
export interface DemoCity {
  load(): Promise<number>;
  stages(): Promise<StageRow[]>;
}

/** Whoever may install and remove what comes with the city. */
const DEMO = 'pm.hongxin.demo';

/**
 * `hxDemo:status`: what is loaded, for which day. `hxDemo:load`: loads what is missing. For administrators. `hxDemo:progress`:
 * the per cent that everybody may know while it is being loaded, else null.
 */
export function demoActions(demo: DemoCity): ActionsOfResource {
  const finished = async () => (await demo.stages()).filter((stage) => stage.finishedAt !== null);
  const status = async () => {
    const stages = await finished();
    return { complete: stages.length >= stageCount(), today: stages[0]?.today ?? null, stages };
  };
  return {
    status: action({ right: DEMO }, status),
    progress: action({ right: 'loggedIn' }, async () => {
      const count = (await finished()).length;
      return { percent: count === 0 ? null : percentOf(count) };
    }),
    load: action({ right: DEMO }, async () => {
      const loaded = await demo.load();
      return { loaded, ...(await status()) };
    }),
  };
}
