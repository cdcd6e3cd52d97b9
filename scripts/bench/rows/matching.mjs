// Proposals for one need against 4,000 members and 1,000 resources: one statement, scored in the process.
import { measure } from '../measure.mjs';
import { call, sql } from '../servers.mjs';

const MEMBERS = 4_000;
const RESOURCES = 1_000;
/** Keys of the rows of this bench, apart from those of the other rows. */
const FIRST_ID = 900_000_000_000;
const TARGET_MS = 200;

async function fill(server, { communities, unit }, classIds) {
  const codes = communities.map((each) => `'${each.code}'`).join(', ');
  const skills = `(ARRAY['["law"]', '["medical"]', '["repair", "safety"]', '["culture"]', '["law", "mediation"]', '[]'])[1 + n % 6]::jsonb`;
  const code = `(ARRAY[${codes}])[1 + n % ${communities.length}]`;
  await sql(
    server,
    `INSERT INTO "hxMemberRegistrations" (id, "createdAt", "updatedAt", number, state, year, "personName", "unitId", "areaCode", skills, "serviceIntentions", "availableTimes")
     SELECT ${FIRST_ID} + n, now(), now(), 'MATCH-' || n, 'onRoll', 2026, '测试' || n, ${unit.id}, ${code}, ${skills},
       (ARRAY['["legalAid"]', '["health", "other"]', '["safetyPatrol"]'])[1 + n % 3]::jsonb, '["saturday"]'
     FROM generate_series(1, ${MEMBERS}) AS n`,
  );
  await sql(
    server,
    `INSERT INTO "hxResources" (id, "createdAt", "updatedAt", number, state, year, title, kind, "unitId", "areaCode", "serviceClassId", skills, times)
     SELECT ${FIRST_ID} + n, now(), now(), 'MATCH-' || n, 'offered', 2026, '资源' || n, 'service', ${unit.id}, ${code},
       (ARRAY[${classIds.join(', ')}])[1 + n % ${classIds.length}], ${skills}, '[]'
     FROM generate_series(1, ${RESOURCES}) AS n`,
  );
  await sql(server, 'ANALYZE "hxMemberRegistrations"');
  await sql(server, 'ANALYZE "hxResources"');
}

export async function matching({ pack, city }) {
  const filter = encodeURIComponent(JSON.stringify({ dictionary: 'servicePostClass' }));
  const classes = await call(pack, `hxDictionaryItems:list?pageSize=50&filter=${filter}`);
  await fill(
    pack,
    city,
    classes.map(({ id }) => id),
  );
  const need = await call(pack, 'hxNeeds:create', {
    title: '老人需要法律咨询',
    areaId: city.communities[0].id,
    serviceClassId: classes.find(({ code }) => code === 'legalAid').id,
    skills: ['law', 'mediation'],
    times: ['saturday'],
  });
  const proposals = await call(pack, `hxNeeds:matches/${need.id}`);
  if (proposals.members.length !== 10 || proposals.resources.length !== 10)
    throw new Error(`matching proposed ${JSON.stringify(proposals).slice(0, 300)}`);
  const ask = () => ({ url: `${pack.url}/api/hxNeeds:matches/${need.id}`, token: pack.token });
  const { medianMs, p95Ms } = await measure(50, ask, 1);
  return [
    {
      title: `proposals for one need, ${MEMBERS.toLocaleString('en')} members and ${RESOURCES.toLocaleString('en')} resources`,
      with: `median ${medianMs.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`,
      target: `p95 ≤ ${TARGET_MS} ms`,
      ok: p95Ms <= TARGET_MS,
    },
  ];
}
