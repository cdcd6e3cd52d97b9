/**
 * What browsers are given in the place of a plugin that is off, where another one cannot be loaded without it: charts import
 * five names from the AI employees' plugin for a button of their editor.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Context, Next } from '@nocobase/actions';

/** A plugin as NocoBase names it to its clients. */
interface Entry {
  name: string;
  packageName: string;
  url: string;
  clientV2Url?: string;
}
interface StandIn {
  name: string;
  packageName: string;
  /** Whose client imports it. */
  importedBy: readonly string[];
}

export const STAND_INS: readonly StandIn[] = [
  { name: 'ai', packageName: '@nocobase/plugin-ai', importedBy: ['@nocobase/plugin-data-visualization'] },
];
const OURS = '@hongxin/plugin-foundation';
const LISTS = new Set(['listEnabled', 'listEnabledV2']);

export async function addStandIns(ctx: Context, next: Next): Promise<void> {
  await next();
  const { resourceName, actionName } = ctx.action;
  if (resourceName !== 'pm' || !LISTS.has(actionName)) return;
  const entries = ctx.body as Entry[];
  const ours = entries.find(({ packageName }) => packageName === OURS);
  if (!ours) return;
  const needed = neededBeside(new Set(entries.map(({ packageName }) => packageName)));
  ctx.body = [...entries, ...needed.map((standIn) => entryOf(standIn, ours))];
}

/** @param names packages of the plugins that are on */
const neededBeside = (names: ReadonlySet<string>): readonly StandIn[] =>
  STAND_INS.filter(
    ({ packageName, importedBy }) => !names.has(packageName) && importedBy.some((name) => names.has(name)),
  );

/**
 * @param names packages of the plugins that are on
 * @param lane `client` or `client-v2`
 */
export const standInsBeside = (names: ReadonlySet<string>, lane: string): { packageName: string; file: string }[] =>
  neededBeside(names).map(({ packageName }) => ({ packageName, file: fileOf(packageName, lane) }));

/** It lies beside our own bundles. */
const fileOf = (packageName: string, lane: string): string =>
  path.resolve(__dirname, '../..', lane, `${packageName.split('/')[1]}.js`);

function entryOf({ name, packageName }: StandIn, ours: Entry): Entry {
  const beside = (url: string): string => {
    const lane = /\/dist\/([^/]+)\/index\.js/.exec(url)?.[1] ?? '';
    const file = fileOf(packageName, lane);
    const hash = createHash('sha256').update(fs.readFileSync(file)).digest('hex').slice(0, 8);
    return url.replace(/index\.js.*$/, `${path.basename(file)}?hash=${hash}`);
  };
  const entry = { name, packageName, url: beside(ours.url) };
  return ours.clientV2Url ? { ...entry, clientV2Url: beside(ours.clientV2Url) } : entry;
}
