import fs from 'node:fs/promises';

/** A plugin's client as NocoBase's build leaves it: one call of `define` with the plugin's name. */
export interface PluginScript {
  packageName: string;
  file: string;
}

/**
 * Runs before the host has its `define`, so it keeps what the plugins define until the host has. Nobody else finds a `define`
 * meanwhile: libraries that look for one would take it for theirs.
 */
const BEFORE = `(function () {
  var waiting = [];
  var host;
  function define() {
    if (host) host.apply(window, arguments);
    else waiting.push(arguments);
  }
  define.amd = {};
  Object.defineProperty(window, 'define', {
    configurable: true,
    get: function () { return host; },
    set: function (value) {
      host = value;
      Object.defineProperty(window, 'define', { configurable: true, enumerable: true, writable: true, value: value });
      waiting.splice(0).forEach(function (each) { value.apply(window, each); });
    },
  });
  (function (define) {
`;
const AFTER = `
  }).call(window, define);
})();
`;

/** What does not name itself cannot stand beside others: the host loads it alone. */
export const namesItself = (text: string, packageName: string): boolean =>
  text.includes(`define("${packageName}/client-v2"`);

/** @returns one script that defines all plugins as theirs would one by one */
export async function composeScript(scripts: readonly PluginScript[]): Promise<string> {
  const texts = await Promise.all(
    scripts.map(async ({ packageName, file }) => {
      const text = await fs.readFile(file, 'utf8');
      return namesItself(text, packageName) ? text : '';
    }),
  );
  return `${BEFORE}${texts.join('\n;\n')}${AFTER}`;
}
