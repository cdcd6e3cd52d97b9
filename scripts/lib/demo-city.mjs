// The demo city goes on being loaded while the server already answers; what needs all of it waits.
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from './failure.mjs';

const AGAIN_MS = 500;
/** A load that stands still for so long has been cut short. */
const STANDSTILL_MS = 180_000;

async function ask(url, token) {
  const answer = await fetch(`${url}/api/hxDemo:progress`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Failure(`hxDemo:progress answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()).data.percent;
}

async function signIn(url, { INIT_ROOT_EMAIL: account, INIT_ROOT_PASSWORD: password }) {
  const answer = await fetch(`${url}/api/auth:signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-authenticator': 'basic' },
    body: JSON.stringify({ account, password }),
  });
  if (!answer.ok) throw new Failure(`the administrator could not sign in: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).data.token;
}

/**
 * @param {{ url: string, environment: Record<string, string> }} product that was started with the demo city
 * @throws {Failure} when it does not come any further
 */
export async function untilDemoLoaded({ url, environment }) {
  const token = await signIn(url, environment);
  let last = null;
  let since = Date.now();
  for (let percent = await ask(url, token); percent !== null; percent = await ask(url, token)) {
    if (percent !== last) [last, since] = [percent, Date.now()];
    if (Date.now() - since > STANDSTILL_MS) throw new Failure(`the demo city stands still at ${percent} %`);
    await delay(AGAIN_MS);
  }
}
