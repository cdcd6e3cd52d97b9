/** A copy of the checkout in which something may be made: its packages are its own, what is installed is shared. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const OWN = [
  'packages',
  'scripts',
  'test',
  'e2e',
  'types',
  'docs',
  'docker-compose.yml',
  '.env.example',
  '.prettierrc.json',
];
const COPIED = [...OWN, 'jest.config.cjs', 'tsconfig.json', 'package.json', 'package-lock.json', 'LICENSE'];

/** @returns its folder */
export function copyOfCheckout(): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-checkout-'));
  const isCopied = (file: string): boolean => !/\/(node_modules|dist)$/.test(file);
  for (const name of COPIED.filter((each) => fs.existsSync(path.join(ROOT, each))))
    fs.cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true, filter: isCopied });
  const modules = path.join(copy, 'node_modules');
  fs.mkdirSync(path.join(modules, '@hongxin'), { recursive: true });
  for (const name of fs.readdirSync(path.join(ROOT, 'node_modules')).filter((each) => each !== '@hongxin'))
    fs.symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name));
  for (const name of fs.readdirSync(path.join(copy, 'packages/plugins/@hongxin')))
    fs.symlinkSync(`../../packages/plugins/@hongxin/${name}`, path.join(modules, '@hongxin', name));
  fs.symlinkSync('../../packages/core/rules', path.join(modules, '@hongxin/rules'));
  return copy;
}

/** Runs a program of Node in the copy. @throws with what it printed when it fails */
export function runIn(copy: string, ...command: readonly string[]): string {
  try {
    return execFileSync(process.execPath, command, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command.join(' ')} failed:\n${stdout}${stderr}`);
  }
}
