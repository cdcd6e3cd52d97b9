/** What npm start says of how far a first start has come. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const module_ = path.resolve(__dirname, '../../scripts/lib/first-start-progress.mjs');

/** Feeds lines to the progress of a start, each at a second. @returns what it says of each */
function said(lines: readonly (readonly [second: number, line: string])[]): string[] {
  const script = `
    import { firstStartProgress } from ${JSON.stringify(module_)};
    let second = 0;
    const progress = firstStartProgress(() => second * 1000);
    const said = ${JSON.stringify(lines)}.map(([at, line]) => ((second = at), progress(line)));
    console.log(JSON.stringify(said));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  return JSON.parse(output) as string[];
}

it('tells per cent and what is left after the lines of the demo city, and nothing after others', () => {
  expect(
    said([
      [40, 'Gateway HTTP Server running at http://0.0.0.0:13000/'],
      [82, '龙口示范城市: 区域 1,782'],
      [100, '龙口示范城市: 党员报到 2,045 / 4,090'],
      [150, '龙口示范城市: 三张清单与服务 1,680（街道 4 / 5）'],
      [196, '龙口示范城市: 装载完成，用时 90.0 秒'],
    ]),
  ).toEqual([
    '',
    ' (41 %, about 120 s left)',
    ' (64 %, about 55 s left)',
    ' (92 %, about 15 s left)',
    ' (98 %, about 4 s left)',
  ]);
});
