// A scoped and masked list of 20 with its count, against NocoBase's unscoped one of the same width.
import { LISTED, ROWS } from '../city.mjs';
import { inTurn, measure } from '../measure.mjs';

const REQUESTS = Number(process.env.HX_BENCH_REQUESTS ?? 100);
const query = new URLSearchParams([
  ['pageSize', '20'],
  ['sort', '-createdAt'],
  ...LISTED.map((field) => ['fields[]', field]),
]).toString();

export async function lists({ plain, pack, city }) {
  const unscoped = () =>
    measure(REQUESTS, () => ({ url: `${plain.url}/api/benchRecords:list?${query}`, token: plain.userToken }));
  const rows = [];
  for (const [title, token] of [
    ['community (1/40 of the rows)', city.communityToken],
    ['street (1/5 of the rows)', city.streetToken],
  ]) {
    const scoped = () =>
      measure(REQUESTS, () => ({ url: `${pack.url}/api/hxMemberRegistrations:list?${query}`, token }));
    const [without, withPack] = await inTurn(3, unscoped, scoped);
    rows.push({
      title: `list of 20 out of ${ROWS.toLocaleString('en')}, with count: ${title}`,
      without: `${without.medianMs.toFixed(0)} ms, ${without.perSecond.toFixed(0)}/s`,
      with: `${withPack.medianMs.toFixed(0)} ms, ${withPack.perSecond.toFixed(0)}/s`,
      ratio: withPack.medianMs / without.medianMs,
      target: 1.15,
    });
  }
  return rows;
}
