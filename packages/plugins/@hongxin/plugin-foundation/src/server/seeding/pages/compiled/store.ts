import fs from 'node:fs';
import path from 'node:path';
import type { CompiledPage } from './snapshot';

/**
 * Compiled pages. Building one page through NocoBase's page builder takes thousands of queries (5 to 10 s), so a
 * plugin ships what came out of it (`npm run pages`), and development and tests keep it in a cache folder
 * (`HX_PAGE_CACHE`). Without either, or when it is out of date, the page is built from its blueprint.
 */
export class CompiledPages {
  private readonly shipped = new Map<string, Readonly<Record<string, CompiledPage>>>();

  /** @param packageFolder finds the folder of an installed plugin */
  constructor(private readonly packageFolder: (pluginName: string) => string | null) {}

  find(pluginName: string, key: string, source: string): CompiledPage | null {
    const shipped = this.shippedBy(pluginName)[key];
    if (shipped?.source === source) return shipped;
    const file = cacheFile(source);
    return file && fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as CompiledPage) : null;
  }

  /** Keeps a page for the next time, where a cache folder is set. */
  keep(page: CompiledPage): void {
    const file = cacheFile(page.source);
    if (!file) return;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    fs.writeFileSync(unfinished, JSON.stringify(page));
    fs.renameSync(unfinished, file); // another process reading now sees the whole file or none
  }

  private shippedBy(pluginName: string): Readonly<Record<string, CompiledPage>> {
    const known = this.shipped.get(pluginName);
    if (known) return known;
    const folder = this.packageFolder(pluginName);
    const file =
      folder &&
      ['dist', 'src']
        .map((each) => path.join(folder, each, 'server/compiled-pages.json'))
        .find((each) => fs.existsSync(each));
    const pages = file ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, CompiledPage>) : {};
    this.shipped.set(pluginName, pages);
    return pages;
  }
}

function cacheFile(source: string): string | null {
  const folder = process.env.HX_PAGE_CACHE;
  return folder ? path.join(folder, `${source}.json`) : null;
}
