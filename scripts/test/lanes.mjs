// Work side by side: as many lanes as a small machine has cores, each taking the next task that can be done.

/**
 * @param {{ name: string, needs?: string, run: () => Promise<unknown> }[]} tasks the longest first; `needs` names another task
 * @param {number} lanes
 */
export async function inLanes(tasks, lanes = 2) {
  const open = [...tasks];
  const known = new Set(tasks.map(({ name }) => name));
  const done = new Map();
  const underWay = new Set();
  const isReady = ({ needs }) => needs === undefined || done.has(needs);
  for (const { name, needs } of tasks)
    if (needs !== undefined && !known.has(needs)) throw new Error(`${name} needs ${needs}, which is no task`);
  const lane = async () => {
    while (open.length > 0) {
      const at = open.findIndex(isReady);
      if (at < 0) {
        await Promise.race(underWay);
        continue;
      }
      const [task] = open.splice(at, 1);
      const work = task.run().then(() => {
        underWay.delete(work);
        done.set(task.name, true);
      });
      underWay.add(work);
      await work;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
