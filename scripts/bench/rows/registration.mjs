// 双报到: closing a year for 4,000 members, and what every community carries over the million rows.
import { measure, request, requestJson } from '../measure.mjs';
import { call, sql } from '../servers.mjs';

const MEMBERS = 4000;
const REQUESTS = Number(process.env.HX_BENCH_REQUESTS ?? 100);

/** 4,000 members on the roll since before the year ended, each a person of the import; call it before the rows are filled. */
export async function closingYear({ pack, city }) {
  const year = new Date().getFullYear() - 1;
  const codes = city.communities.map(({ code }) => `'${code}'`).join(', ');
  await sql(
    pack,
    `INSERT INTO "hxMemberRegistrations" (id, "createdAt", "updatedAt", number, state, year, "personName", phone, "areaCode", "receiptNumber", "receiptAt", "personId", "unitId", skills, "serviceIntentions", "availableTimes")
     SELECT 900000000 + p.n, now(), now(), 'YEAR-' || p.n, 'onRoll', ${year}, '测试' || p.n, '19900000000',
       (ARRAY[${codes}])[1 + p.n % ${city.communities.length}], 'Y-' || p.n, '${year}-03-01', p.id, ${city.unit.id}, '[]', '[]', '[]'
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "hxPersons" ORDER BY id LIMIT ${MEMBERS}) AS p`,
  );
  await call(pack, 'hxSettings:create', { key: 'yearFeedback', value: { objectionDays: 0, ranking: false } });
  const step = async (action, body) => {
    const began = performance.now();
    await requestJson({
      url: `${pack.url}/api/hxYearFeedbacks:${action}`,
      method: 'POST',
      token: pack.token,
      body: { year, ...body },
    });
    return (performance.now() - began) / 1000;
  };
  const values = { communityPoints: 18, bonusPoints: 0, communityComment: '积极参加' };
  const made = await step('make', {});
  const comment = await step('performAll', { transition: 'comment', values });
  const sign = await step('performAll', { transition: 'sign' });
  const issue = await step('performAll', { transition: 'issue' });
  const count = MEMBERS.toLocaleString('en');
  return [
    { title: `computing the year of ${count} members`, with: `${made.toFixed(1)} s` },
    {
      title: `commenting, signing and issuing it, every check and event included`,
      with: `${comment.toFixed(1)} + ${sign.toFixed(1)} + ${issue.toFixed(1)} s`,
    },
  ];
}

/** What every community carries, over all rows. */
export async function capacity({ pack }) {
  const { status, text } = await request({ url: `${pack.url}/api/hxUnitRegistrations:balance`, token: pack.token });
  if (status !== 200) throw new Error(`balance answered ${status}: ${text.slice(0, 300)}`);
  const make = () => ({ url: `${pack.url}/api/hxUnitRegistrations:balance`, token: pack.token });
  const { medianMs, p95Ms } = await measure(Math.min(REQUESTS, 30), make, 2);
  return [
    {
      title: 'what every community carries, over all rows',
      with: `${medianMs.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`,
      target: 'p95 ≤ 300 ms',
      ok: p95Ms <= 300,
    },
  ];
}
