// What the pack adds to a start and to the first page load.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { listPlugins } from '../../lib/workspace.mjs';

const STARTS = 3;
const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];

export async function starts({ plain, pack }) {
  const times = { plain: [], pack: [] };
  for (let round = 0; round < STARTS; round += 1) {
    await plain.restart();
    times.plain.push(plain.startMs);
    await pack.restart();
    times.pack.push(pack.startMs);
  }
  const added = median(times.pack) - median(times.plain);
  return [
    {
      title: 'start of an installed system, until it answers',
      without: `${(median(times.plain) / 1000).toFixed(1)} s`,
      with: `${(median(times.pack) / 1000).toFixed(1)} s`,
      added: `${(added / 1000).toFixed(2)} s`,
      target: '+1.5 s',
      ok: added <= 1500,
    },
  ];
}

export async function bundles() {
  const sizes = listPlugins().map(({ name, folder }) => {
    const file = path.join(folder, 'dist/client-v2/index.js');
    return { name, bytes: fs.existsSync(file) ? gzipSync(fs.readFileSync(file)).length : 0 };
  });
  const total = sizes.reduce((sum, each) => sum + each.bytes, 0);
  return [
    ...sizes.map(({ name, bytes }) => ({
      title: `client bundle of ${name}, gzip`,
      with: `${(bytes / 1000).toFixed(1)} kB`,
    })),
    {
      title: 'client bundles together, gzip',
      with: `${(total / 1000).toFixed(1)} kB`,
      target: '150 kB',
      ok: total <= 150_000,
    },
  ];
}
