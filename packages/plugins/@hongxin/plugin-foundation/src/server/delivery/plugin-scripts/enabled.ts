import fs from 'node:fs';
import path from 'node:path';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { standInsBeside } from '../../host-plugins/stand-ins';
import type { PluginScript } from './script';

const ENTRY = 'dist/client-v2/index.js';
/** Says that a package has a client of this kind. */
const MARKER = 'client-v2.js';

/** The clients of the plugins that are on, as `pm:listEnabledV2` names them to browsers. */
export async function enabledScripts(
  app: Application,
  packageFolder: (name: string) => string | null,
): Promise<PluginScript[]> {
  const rows = (await app.db
    .getRepository('applicationPlugins')
    .find({ filter: { enabled: true }, sort: 'name' })) as Model[];
  const names = rows.map((row) => row.get('packageName') as string | null).filter((name) => name !== null);
  const scripts = names.flatMap((packageName) => {
    const folder = packageFolder(packageName);
    if (folder === null || !fs.existsSync(path.join(folder, MARKER))) return [];
    const file = path.join(folder, ENTRY);
    return fs.existsSync(file) ? [{ packageName, file }] : [];
  });
  return [...scripts, ...standInsBeside(new Set(names), 'client-v2')];
}
