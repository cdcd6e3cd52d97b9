// What the browser suites may cost: times depend on the machine, these numbers do not. A test that needs more takes it from
// another, or says why the number has to grow.
import fs from 'node:fs';

/** By project; beside these stand the demo city and the empty installation, which each is made once. */
export const LIMITS = {
  // a whole run counts 63 loads and 43 draws, 5 boots and 39 loads, and 7 boots; waiting for a slow machine may load a page again
  city: { installations: 0, boots: 0, loads: 70, draws: 44 },
  installation: { installations: 1, boots: 5, loads: 45, draws: 0 },
  processes: { installations: 0, boots: 7, loads: 0, draws: 0 },
};

/** @returns {Record<string, number>} */
export function readCounts(file) {
  const counts = {};
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  for (const kind of lines) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** @returns {string[]} what was counted beyond its limit, each in a sentence; where a test ran twice nothing is held against it */
export function beyondLimits(project, counts, hasRunTwice) {
  if (hasRunTwice) return [];
  return Object.entries(LIMITS[project] ?? {})
    .filter(([kind, limit]) => (counts[kind] ?? 0) > limit)
    .map(([kind, limit]) => `${counts[kind]} ${kind} in ${project}, where ${limit} are allowed`);
}
