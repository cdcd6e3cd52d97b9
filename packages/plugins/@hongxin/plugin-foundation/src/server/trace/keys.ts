import { createHash, createHmac } from 'node:crypto';

/** A secret that seals events, known by the first digits of its own hash. */
export interface TraceKey {
  id: string;
  sign(text: string): string;
}

/** The keys of an installation: the first one seals, all of them verify what they have sealed. */
export interface TraceKeys {
  current: TraceKey;
  find(id: string): TraceKey | undefined;
}

/**
 * Keys come from the environment only: `HX_TRACE_KEY`, several separated by commas after a change of key, or
 * `APP_KEY` where none is set.
 * @throws Error when there is neither
 */
export function traceKeys(environment: NodeJS.ProcessEnv): TraceKeys {
  const own = (environment.HX_TRACE_KEY ?? '').split(',').map((each) => each.trim());
  const secrets = [...own, environment.APP_KEY ?? ''].filter((each) => each !== '');
  if (secrets.length === 0)
    throw new Error('HX_TRACE_KEY or APP_KEY must be set: the event log is sealed with a key from the environment.');
  const keys = secrets.map(traceKey);
  return { current: keys[0], find: (id) => keys.find((key) => key.id === id) };
}

function traceKey(secret: string): TraceKey {
  const derived = createHmac('sha256', secret).update('hongxin/trace').digest();
  const id = createHash('sha256').update('hongxin/trace-key-id').update(derived).digest('hex').slice(0, 12);
  return { id, sign: (text) => createHmac('sha256', derived).update(text, 'utf8').digest('hex') };
}
