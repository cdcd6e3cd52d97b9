// 治理总览: the figures of the whole city and of one street, over all rows.
import { measure } from '../measure.mjs';
import { ROWS } from '../city.mjs';

const REQUESTS = Number(process.env.HX_BENCH_REQUESTS ?? 100);

export async function dashboard({ pack, city }) {
  const rows = [];
  for (const [place, token] of [
    ['city', pack.token],
    ['street', city.streetToken],
  ]) {
    const make = () => ({ url: `${pack.url}/api/hxGovernance:overview`, token });
    await measure(5, make, 1); // warm
    const { medianMs, p95Ms } = await measure(Math.min(REQUESTS, 60), make, 2);
    rows.push({
      title: `dashboard of the ${place} over ${ROWS.toLocaleString('en')} rows`,
      with: `${medianMs.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`,
      target: 'p95 ≤ 300 ms',
      ok: p95Ms <= 300,
    });
  }
  return rows;
}
