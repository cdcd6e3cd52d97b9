// A scoped and masked list of 20 with its count, in the order of the shipped page, against NocoBase's unscoped one of the same
// width; and what a list and a record cost the server's processor.
import { readFileSync } from 'node:fs';
import { LISTED, ROWS } from '../city.mjs';
import { inTurn, measure } from '../measure.mjs';
import { sql } from '../servers.mjs';

const REQUESTS = Number(process.env.HX_BENCH_REQUESTS ?? 100);
const LIST = { medianMs: 150, p95Ms: 300, perSecond: 60, ratio: 1.15 };
const fields = LISTED.map((field) => ['fields[]', field]);
const query = (order) => new URLSearchParams([['pageSize', '20'], ['sort', order], ...fields]).toString();

export async function lists({ plain, pack, city }) {
  const unscoped = () =>
    measure(REQUESTS, () => ({
      url: `${plain.url}/api/benchRecords:list?${query('-consentAt')}`,
      token: plain.userToken,
    }));
  const rows = [];
  for (const [title, token] of [
    ['community (1/40 of the rows)', city.communityToken],
    ['street (1/5 of the rows)', city.streetToken],
  ]) {
    const scoped = () =>
      measure(REQUESTS, () => ({ url: `${pack.url}/api/hxMemberRegistrations:list?${query('-consentAt')}`, token }));
    const [without, withPack] = await inTurn(3, unscoped, scoped);
    const ratio = withPack.medianMs / without.medianMs;
    rows.push({
      title: `list of 20 out of ${ROWS.toLocaleString('en')}, with count: ${title}`,
      without: `${without.medianMs.toFixed(0)} ms, p95 ${without.p95Ms.toFixed(0)} ms, ${without.perSecond.toFixed(0)}/s`,
      with: `${withPack.medianMs.toFixed(0)} ms, p95 ${withPack.p95Ms.toFixed(0)} ms, ${withPack.perSecond.toFixed(0)}/s`,
      added: `${ratio.toFixed(2)} ×`,
      target: `≤ ${LIST.ratio} ×, ≤ ${LIST.medianMs} ms, p95 ≤ ${LIST.p95Ms} ms, ≥ ${LIST.perSecond}/s`,
      ok:
        ratio <= LIST.ratio &&
        withPack.medianMs <= LIST.medianMs &&
        withPack.p95Ms <= LIST.p95Ms &&
        withPack.perSecond >= LIST.perSecond,
    });
  }
  return [...rows, ...(await processor({ plain, pack, city }))];
}

const ticksOf = (pid) => {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return Number(user) + Number(system);
};

/** Milliseconds of processor that the server's process takes for one request, all its threads, by the kernel's count. */
async function processorOf(server, request) {
  await measure(REQUESTS, request);
  const before = ticksOf(server.child.pid);
  const count = 5 * REQUESTS;
  await measure(count, request);
  return ((ticksOf(server.child.pid) - before) * 10) / count;
}

async function processor({ plain, pack, city }) {
  const [theirs] = await sql(plain, 'SELECT id FROM "benchRecords" ORDER BY id DESC LIMIT 1');
  const [{ id }] = await sql(
    pack,
    `SELECT id FROM "hxMemberRegistrations" WHERE "areaCode" LIKE '370681001%' ORDER BY id DESC LIMIT 1`,
  );
  const token = city.streetToken;
  const one = (key) => new URLSearchParams([['filterByTk', String(key)], ...fields]).toString();
  const rows = [];
  for (const [title, limit, plainPath, packPath] of [
    ['a list', 22, `benchRecords:list?${query('-id')}`, `hxMemberRegistrations:list?${query('-consentAt')}`],
    ['a get', 11, `benchRecords:get?${one(theirs.id)}`, `hxMemberRegistrations:get?${one(id)}`],
  ]) {
    const without = await processorOf(plain, () => ({ url: `${plain.url}/api/${plainPath}`, token: plain.userToken }));
    const withPack = await processorOf(pack, () => ({ url: `${pack.url}/api/${packPath}`, token }));
    rows.push({
      title: `node’s processor time, ${title}`,
      without: `${without.toFixed(1)} ms`,
      with: `${withPack.toFixed(1)} ms`,
      target: `≤ ${limit} ms`,
      ok: withPack <= limit,
    });
  }
  return rows;
}
