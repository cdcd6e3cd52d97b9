// Watches over a server that nobody else watches over, and starts it again when it ends by itself.
import { setTimeout as delay } from 'node:timers/promises';

const EVERY_MS = 500;
/** So often in a row it is started again; what ends more often than that has a reason that has to be looked for. */
const ATTEMPTS = 3;
/** After so long a life the next end is the first one. */
const STEADY_MS = 60_000;

/**
 * @param {object} server
 * @param {() => boolean} server.isAlive
 * @param {() => Promise<void>} server.restart
 * @param {(text: string) => void} server.onRestart told when it runs again
 * @param {(error: Error) => void} server.onLost told when it does not
 * @returns {() => void} what ends the watching
 */
export function watchServer({ isAlive, restart, onRestart, onLost }) {
  let isWatched = true;
  const watch = async () => {
    let attempts = 0;
    let since = performance.now();
    while (isWatched) {
      await delay(EVERY_MS, undefined, { ref: false });
      if (!isWatched || isAlive()) continue;
      attempts = performance.now() - since > STEADY_MS ? 1 : attempts + 1;
      if (attempts > ATTEMPTS) throw new Error(`it ended ${attempts} times in a row`);
      await restart();
      since = performance.now();
      onRestart();
    }
  };
  watch().catch((error) => {
    if (isWatched) onLost(error);
  });
  return () => {
    isWatched = false;
  };
}
