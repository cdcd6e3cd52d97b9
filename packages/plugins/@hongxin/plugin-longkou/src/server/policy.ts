/** Whether this environment gets the demo city. */
export type DemoDecision = { load: true } | { load: false; because: 'none' | 'production' };

/**
 * `HX_DEMO=none` never loads; production loads only when `HX_DEMO=longkou` says so in words; everything else loads.
 * @throws RangeError for a value of HX_DEMO nobody knows
 */
export function decideDemo(environment: NodeJS.ProcessEnv): DemoDecision {
  const wanted = environment.HX_DEMO?.trim() || null;
  if (wanted !== null && wanted !== 'none' && wanted !== 'longkou') {
    throw new RangeError(`HX_DEMO must be "longkou" or "none", not "${wanted}".`);
  }
  if (wanted === 'none') return { load: false, because: 'none' };
  if (wanted === null && isProduction(environment)) return { load: false, because: 'production' };
  return { load: true };
}

/** Whether demo accounts may exist here: nowhere in production, unless `HX_DEMO=longkou` says so in words. */
export function demoAccountsAllowed(environment: NodeJS.ProcessEnv): boolean {
  return !isProduction(environment) || environment.HX_DEMO?.trim() === 'longkou';
}

function isProduction(environment: NodeJS.ProcessEnv): boolean {
  return environment.APP_ENV === 'production';
}
