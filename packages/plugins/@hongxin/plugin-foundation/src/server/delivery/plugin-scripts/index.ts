/**
 * The clients of all plugins as one script, named in the page itself. The host has every page ask which plugins there are and
 * then for each of them by itself, some forty requests. A plugin that the script does not define is loaded as ever: one that
 * was turned on meanwhile, or all of them where the script cannot be had.
 */
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { storagePathJoin } from '@nocobase/utils';
import type { Application } from '@nocobase/server';
import { enabledScripts } from './enabled';
import { KeptScripts } from './kept-script';

/** Where the host hands out what clients load from its storage, and its nginx with it (`/dist/`). */
const FOLDER = 'dist-client';
const OURS = 'hongxin';
const FIRST_MODULE = '<script type="module"';
let kept: { folder: string; scripts: KeptScripts } | null = null;

/** The folder of the scripts, as it is seen from outside below `/dist/`. */
export const scriptsFolder = (): string => path.resolve(storagePathJoin(FOLDER, OURS));

function keptScripts(): KeptScripts {
  const folder = scriptsFolder();
  if (kept?.folder !== folder) kept = { folder, scripts: new KeptScripts(folder) };
  return kept.scripts;
}

/**
 * Has the page that the host is about to answer load the plugins with it.
 * @param publicPath e.g. `/`
 */
export async function namePluginScripts(
  app: Application,
  response: ServerResponse,
  { publicPath, packageFolder }: { publicPath: string; packageFolder: (name: string) => string | null },
): Promise<void> {
  const name = await keptScripts()
    .nameOf(await enabledScripts(app, packageFolder))
    .catch((error: unknown) => {
      // a storage that cannot be written costs time, not the page
      app.logger.warn('the clients of the plugins are loaded one by one', { error });
      return null;
    });
  if (name === null) return;
  const tag = `<script defer src="${publicPath}dist/${OURS}/${name}"></script>`;
  const end = response.end.bind(response) as (...all: unknown[]) => ServerResponse;
  response.end = (...all: unknown[]) => {
    const [page, ...rest] = all;
    return end(typeof page === 'string' ? page.replace(FIRST_MODULE, `${tag}${FIRST_MODULE}`) : page, ...rest);
  };
}
