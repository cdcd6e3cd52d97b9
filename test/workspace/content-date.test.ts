/** The date of a package's files, by which NocoBase names them to browsers. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-date-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function dateOf(text: string): string {
  fs.mkdirSync(path.join(folder, 'dist'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'dist/index.js'), text);
  const ask = `import('./scripts/lib/content-date.mjs').then((m) => console.log(m.contentDate('${folder}').toISOString()))`;
  return execFileSync(process.execPath, ['-e', ask], { cwd: root, encoding: 'utf8' }).trim();
}

it('is the same for the same files, another one for others, and never in the future', () => {
  const [one, two, again] = [dateOf('1'), dateOf('2'), dateOf('1')];
  expect([one, one < '2020']).toEqual([again, true]);
  expect(two).not.toBe(one);
});

it('is what npm run pack gives the files of a package', () => {
  const pack = fs.readFileSync(path.join(root, 'scripts/pack.mjs'), 'utf8');
  expect(pack).toContain('mtime: contentDate(folder)');
});
