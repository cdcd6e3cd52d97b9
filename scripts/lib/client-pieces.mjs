/**
 * Runs in the browser, as the body of a plugin's AMD module (build-client.mjs): keeps the pieces of its client and fetches those that
 * are asked for later. It uses nothing from outside itself.
 * @param {(name: string) => unknown} hostRequire finds what the host provides
 * @param {string} address where this module was loaded from
 * @param {string} plugin name of the package
 * @param {Record<string, Function>} pieces those that are there, by name
 * @param {Record<string, string[]>} chunks files that have to be there before a piece can run, by its name
 */
export function clientPieces(hostRequire, address, plugin, pieces, chunks) {
  const PUBLIC = '/static/plugins/';
  // below the prefix, or on the host, that the installation serves its files from
  const root = address.includes(PUBLIC) ? address.slice(0, address.indexOf(PUBLIC)) : '';
  const made = {};
  const fetched = {};

  function need(name) {
    if (!(name in pieces)) return hostRequire(name);
    if (!made[name]) {
      made[name] = { exports: {} };
      pieces[name](need, made[name].exports, made[name], load);
    }
    return made[name].exports;
  }

  function fetchFile(file) {
    fetched[file] ||= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${root}${PUBLIC}${plugin}/dist/client-v2/${file}`;
      script.onload = resolve;
      script.onerror = () => {
        script.remove();
        delete fetched[file]; // the next one who asks tries again
        reject(new Error(`${script.src} could not be loaded`));
      };
      document.head.append(script);
    });
    return fetched[file];
  }

  async function load(name) {
    await Promise.all((chunks[name] ?? []).map(fetchFile));
    return need(name);
  }

  window[`${plugin}/client-v2`] = (more) => Object.assign(pieces, more);
  return need('./index.js');
}
