// Finds a Chromium for the browser tests and screenshots, or installs Debian's.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Failure } from './failure.mjs';

/** Without a screen the shell does the same with less: a page of ours is there a tenth sooner. */
const PACKAGE = 'chromium-headless-shell';
const CANDIDATES = [
  `/usr/bin/${PACKAGE}`,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const CHINESE_FONT = /CJK|WenQuanYi|PingFang|SimSun/i;

/** The flags that let Chromium run as root, without a screen and without calling home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

function installed() {
  const file = [process.env.CHROMIUM_PATH, ...CANDIDATES].find((each) => each && fs.existsSync(each));
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return { file, hasFont: process.platform !== 'linux' || CHINESE_FONT.test(fonts.stdout ?? '') };
}

const install = (packages) =>
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fontconfig'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

/**
 * @returns {string} path of a Chromium; on Debian as root it is installed, with a Chinese font, when missing
 * @throws {Failure} saying in one line what is missing
 */
export function findChromium() {
  const before = installed();
  if (before.file && before.hasFont) return before.file;
  const missing = [before.file ? null : PACKAGE, before.hasFont ? null : 'fonts-noto-cjk'].filter(Boolean);
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (canInstall) {
    console.log(`• Installing ${missing.join(' and ')} for the browser tests …`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    install(missing);
    // an older Debian has no shell, and installs nothing of a list with something it has not
    if (!installed().file) install(['chromium', ...missing.filter((name) => name !== PACKAGE)]);
    const after = installed();
    if (after.file) return after.file;
  }
  if (before.file) return before.file; // Only the font is missing: texts show as boxes, the tests still hold.
  throw new Failure(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium-headless-shell fonts-noto-cjk) or set CHROMIUM_PATH.',
  );
}
