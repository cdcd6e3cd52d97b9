// Creating with every rule and guard against a plain create; a transition against two plain updates.
import { call } from '../servers.mjs';
import { inTurn, measure } from '../measure.mjs';

const WRITES = Number(process.env.HX_BENCH_WRITES ?? 100);
/** Many short rounds rather than few long ones: a quotient of two noisy figures needs them side by side. */
const ROUNDS = 11;

async function creates({ plain, pack, city }) {
  const values = {
    personName: '测试乙',
    phone: '13900000000',
    position: '职工',
    doorNumber: '101',
    skills: [],
    serviceIntentions: [],
    availableTimes: [],
  };
  const plainCreate = () =>
    measure(WRITES, () => ({
      url: `${plain.url}/api/benchRecords:create`,
      method: 'POST',
      token: plain.userToken,
      body: { ...values, unitId: 1, homeAreaId: 1, state: 'draft', year: 2026, areaCode: '370681001001' },
    }));
  const ruledCreate = () =>
    measure(WRITES, () => ({
      url: `${pack.url}/api/hxMemberRegistrations:create`,
      method: 'POST',
      token: city.memberToken,
      body: { ...values, unitId: city.unit.id, homeAreaId: city.building.id },
    }));
  const [without, withPack] = await inTurn(ROUNDS, plainCreate, ruledCreate);
  return row('create with rules, guards, number and owner', without, withPack, 1.25);
}

function row(title, without, withPack, target) {
  return {
    title,
    without: `${without.medianMs.toFixed(1)} ms, ${without.perSecond.toFixed(0)}/s`,
    with: `${withPack.medianMs.toFixed(1)} ms, ${withPack.perSecond.toFixed(0)}/s`,
    ratio: withPack.medianMs / without.medianMs,
    target,
  };
}

/** One transition changes the state, checks rights and rules, and writes its event; it may cost two plain updates. */
async function transitions({ plain, pack, city }) {
  const drafts = await call(pack, 'hxMemberRegistrations:list?pageSize=2000&filter={"state":"draft"}&fields[]=id');
  const plainRows = await call(plain, 'benchRecords:list?pageSize=2000&filter={"state":"draft"}&fields[]=id');
  let draft = 0;
  let plainRow = 0;
  const count = Math.min(WRITES, Math.floor(Math.min(drafts.length, plainRows.length) / (ROUNDS + 1)));
  const update = () =>
    measure(count, () => ({
      url: `${plain.url}/api/benchRecords:update?filterByTk=${plainRows[plainRow++ % plainRows.length].id}`,
      method: 'POST',
      token: plain.userToken,
      body: { state: `changed ${plainRow}`, updatedAt: new Date().toISOString() },
    }));
  const cancel = () =>
    measure(count, () => ({
      url: `${pack.url}/api/hxMemberRegistrations:transition/${drafts[draft++].id}`,
      method: 'POST',
      token: city.memberToken,
      body: { transition: 'cancel', opinion: '测试' },
    }));
  const [without, withPack] = await inTurn(ROUNDS, update, cancel);
  return row('transition (cancel a draft), against one plain update', without, withPack, 2);
}

export async function writes(context) {
  return [await creates(context), await transitions(context)];
}
