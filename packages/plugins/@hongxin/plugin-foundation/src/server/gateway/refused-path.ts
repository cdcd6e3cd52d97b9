/** How often a path is decoded in search of what hides in it: nobody who means well encodes four times over. */
const DECODINGS = 4;
/** What a browser asks of a plugin; NocoBase's own nginx hands out no more. */
const PLUGIN_FILE = /^(dist\/client(-v2)?\/.+|(README|CHANGELOG)(\.[A-Za-z-]+)?\.md)$/;
const PACKAGE_NAME = /^(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(?=\/)/i;

const LONGEST_NAME_BYTES = 255;

/** Where the host answers what, as its environment says. */
export interface ServedPaths {
  /** e.g. `/api/`: the application itself answers there, with its own words. */
  api: string;
  /** e.g. `/static/plugins/`: files from the folders of packages. */
  plugins: string;
}

/**
 * What a request must not get as far as the host with: its gateway takes folder names out of the raw target, before any
 * guard of the application is asked.
 * @param target as it stands in the request line
 * @param isPackage whether there is a package of that name; the host never answers where there is none
 * @returns the status to answer with, or null
 */
export function refusedPath(
  target: string,
  paths: ServedPaths,
  isPackage: (name: string) => boolean,
): 400 | 404 | null {
  if (!target.startsWith('/')) return 400; // "GET http://…": for proxies, and the host's parser takes it apart otherwise
  const raw = /^[^?#]*/.exec(target)?.[0] ?? '';
  if (raw.startsWith(paths.api) && !isDevious(raw)) return null;
  const decoded = decode(raw);
  if (decoded === null || decoded.some(isDevious)) return 400;
  if (decoded.some(namesNoFile)) return 404;
  if (!raw.startsWith(paths.plugins)) return null;
  const rest = raw.slice(paths.plugins.length);
  const name = PACKAGE_NAME.exec(rest)?.[0];
  if (name === undefined || !decoded.every((each) => isPluginFile(each, paths.plugins, name))) return 404;
  return isPackage(name) ? null : 404;
}

/** @returns the path and what it reads like decoded, again and again; null when it cannot be decoded at all */
function decode(raw: string): string[] | null {
  const forms = [raw];
  for (let round = 0; round < DECODINGS; round += 1) {
    const last = forms[forms.length - 1];
    try {
      const next = decodeURIComponent(last);
      if (next === last) break;
      forms.push(next);
    } catch {
      if (round === 0) return null;
      break; // a file's name may hold a "%" that stands for itself
    }
  }
  return forms;
}

/** Leads elsewhere than it says: a segment of dots, a backslash, or what no name holds. */
function isDevious(path: string): boolean {
  return /\\|[\u0000-\u001f\u007f]/.test(path) || path.split('/').some((segment) => /^\.{1,2}$/.test(segment.trim()));
}

/** Longer than any disk takes: the host, which asks the disk, would answer and log a fault of its own. */
function namesNoFile(path: string): boolean {
  return path.split('/').some((segment) => /\.\w+$/.test(segment) && Buffer.byteLength(segment) > LONGEST_NAME_BYTES);
}

function isPluginFile(path: string, plugins: string, name: string): boolean {
  return path.startsWith(`${plugins}${name}/`) && PLUGIN_FILE.test(path.slice(plugins.length + name.length + 1));
}
