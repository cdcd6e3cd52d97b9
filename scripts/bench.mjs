// npm run bench: the speed targets of docs/benchmarks.md, measured against the same NocoBase without the pack.
// HX_BENCH_ROWS (1,000,000), HX_BENCH_REQUESTS (100) and HX_BENCH_WRITES (300) make a shorter run.
// npm run bench -- writes lists   measures these sections only.
import os from 'node:os';
import { main } from './lib/failure.mjs';
import { checkNode, installIfMissing } from './lib/prerequisites.mjs';

/** Sections that are measured over all rows. */
const ON_MANY = new Set(['lists', 'capacity', 'dashboard', 'starts']);

function print(rows) {
  const cells = rows.map((row) => [
    row.title,
    row.without ?? '',
    row.with ?? '',
    row.ratio === undefined ? (row.added ?? '') : `${row.ratio.toFixed(2)} ×`,
    typeof row.target === 'number' ? `≤ ${row.target} ×` : (row.target ?? ''),
    row.target === undefined ? '' : (row.ok ?? row.ratio <= row.target) ? 'met' : 'missed',
  ]);
  console.log('\n| what | NocoBase alone | with the pack | ratio | target | |\n| --- | --- | --- | --- | --- | --- |');
  for (const row of cells) console.log(`| ${row.join(' | ')} |`);
}

await main(async () => {
  checkNode();
  installIfMissing();
  const { buildIfNeeded } = await import('./lib/build-if-needed.mjs');
  buildIfNeeded();
  const { startServer, remove } = await import('./bench/servers.mjs');
  const { fillRows, makeCity, makePlainCollection, ROWS } = await import('./bench/city.mjs');
  const { lists } = await import('./bench/rows/lists.mjs');
  const { writes } = await import('./bench/rows/writes.mjs');
  const { imports } = await import('./bench/rows/imports.mjs');
  const { matching } = await import('./bench/rows/matching.mjs');
  const { reviews } = await import('./bench/rows/reviews.mjs');
  const { capacity, closingYear } = await import('./bench/rows/registration.mjs');
  const { dashboard } = await import('./bench/rows/dashboard.mjs');
  const { pages } = await import('./bench/rows/pages.mjs');
  const { bundles, starts } = await import('./bench/rows/starts.mjs');

  console.log(
    `Node ${process.version}, ${os.cpus().length} cores (${os.cpus()[0].model}), ${ROWS.toLocaleString('en')} rows`,
  );
  const plain = await startServer('plain', []);
  const pack = await startServer('pack', undefined);
  const rows = [];
  try {
    await makePlainCollection(plain);
    const city = await makeCity(pack);
    const context = { plain, pack, city };
    const fill = async () => {
      await fillRows(plain, 'benchRecords', city.communities);
      await fillRows(pack, 'hxMemberRegistrations', city.communities);
      return [];
    };
    const sections = {
      pages,
      writes,
      imports,
      matching,
      reviews,
      closingYear,
      fill,
      lists,
      capacity,
      dashboard,
      starts,
      bundles,
    };
    const asked = process.argv.slice(2);
    for (const [name, measureSection] of Object.entries(sections))
      if (asked.length === 0 || asked.includes(name) || (name === 'fill' && asked.some((each) => ON_MANY.has(each))))
        rows.push(...(await measureSection(context)));
  } finally {
    if (rows.length > 0) print(rows);
    await remove(plain);
    await remove(pack);
  }
});
