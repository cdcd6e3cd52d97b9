import fs from 'node:fs';
import path from 'node:path';

/** Where static files lie, as the host's environment says. */
export interface StaticPlaces {
  /** e.g. `/`, or `/nocobase/` behind a prefix */
  publicPath: string;
  /** e.g. `/static/plugins/` */
  plugins: string;
  /** The first segment of the pages of the modern client, e.g. `v`. */
  modern: string;
  /** The folder of the host's built clients. */
  clients: string;
  /** The folder of our scripts of all plugins. */
  scripts: string;
  packageFolder: (name: string) => string | null;
}
export interface StaticFile {
  file: string;
  /** Another one whenever the file is written or replaced: unpacking sets its date back to what the archive says. */
  state: string;
  size: number;
  /** Whether the address names this very content, so that it can be kept for good. */
  isForGood: boolean;
}

/** The folder of the modern client among the host's built clients; its pages may be asked for under another name. */
const MODERN_FOLDER = 'v';
const SCRIPTS = 'dist/hongxin/';
const PACKAGE = /^(?:@[^/]+\/)?[^/]+(?=\/)/;
/** `vendor-antd-e1ec510b.js` of the host, `shared-5QX7NJ2K.js` of ours. */
const HASH_IN_NAME = /[-.](?:[0-9a-f]{8,}|[A-Z0-9]{8})\.[a-z0-9]+$/;
const HASH_IN_QUERY = /^hash=[0-9a-f]{8,}$/;

/**
 * The file that the host would answer an address with, where it is one that never changes without its address; what is
 * rewritten, made anew or kept elsewhere stays the host's.
 * @param target the request line's, which the guard of the gateway has looked at
 */
export function fileOfAddress(target: string, places: StaticPlaces): StaticFile | null {
  const [raw, query = ''] = target.split('?');
  const file = pathOf(decodeURIComponent(raw), places);
  if (file === null) return null;
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return null;
  return {
    file,
    state: `${found.mtimeMs} ${found.ctimeMs} ${found.ino}`,
    size: found.size,
    isForGood: HASH_IN_NAME.test(file) || HASH_IN_QUERY.test(query),
  };
}

function pathOf(
  address: string,
  { publicPath, plugins, modern, clients, scripts, packageFolder }: StaticPlaces,
): string | null {
  if (address.startsWith(plugins)) {
    const rest = address.slice(plugins.length);
    const name = PACKAGE.exec(rest)?.[0];
    const folder = name === undefined ? null : packageFolder(name);
    return folder === null || name === undefined ? null : inside(folder, rest.slice(name.length));
  }
  if (!address.startsWith(publicPath)) return null;
  const rest = address.slice(publicPath.length);
  if (rest.startsWith(`${modern}/`)) return inside(path.join(clients, MODERN_FOLDER), rest.slice(modern.length));
  if (rest.startsWith(SCRIPTS)) return inside(scripts, rest.slice(SCRIPTS.length - 1));
  return rest.startsWith('assets/') ? inside(clients, rest) : null;
}

function inside(folder: string, rest: string): string | null {
  const file = path.join(folder, rest);
  return file.startsWith(folder + path.sep) && !file.endsWith('index.html') ? file : null;
}
