import { selectRows, type Scope } from '@hongxin/plugin-foundation';

/** What is known of a member already: nothing is asked twice (减负). */
export interface Prefill {
  personName: string | null;
  phone: string | null;
  doorNumber: string | null;
  skills: string[];
  serviceIntentions: string[];
  availableTimes: string[];
  position: string | null;
  unit: { id: number; name: string } | null;
  home: { id: number; name: string } | null;
}

interface Row {
  personName: string | null;
  phone: string | null;
  doorNumber: string | null;
  skills: string[] | null;
  serviceIntentions: string[] | null;
  availableTimes: string[] | null;
  position: string | null;
  unitId: number | null;
  unitName: string | null;
  homeId: number | null;
  homeName: string | null;
}

/** From the account's person and the latest registration of the account. */
export async function prefillOf(userId: number, scope: Scope): Promise<Prefill> {
  const [row] = await selectRows<Row>(
    scope,
    `SELECT COALESCE(r."personName", p.name, n.nickname) AS "personName", COALESCE(r.phone, p.phone, n.phone) AS phone,
       COALESCE(r."doorNumber", p."doorNumber") AS "doorNumber", COALESCE(r.skills, p.skills) AS skills, r.position,
       r."serviceIntentions", r."availableTimes",
       u.id::float8 AS "unitId", u.name AS "unitName", a.id::float8 AS "homeId", a.name AS "homeName"
     FROM {users} n
       LEFT JOIN {hxPersons} p ON p."userId" = n.id
       LEFT JOIN LATERAL (SELECT * FROM {hxMemberRegistrations} m WHERE m."ownerId" = n.id ORDER BY m.id DESC LIMIT 1) r ON true
       LEFT JOIN {hxUnits} u ON u.id = r."unitId"
       LEFT JOIN {hxAreas} a ON a.id = COALESCE(r."homeAreaId", p."areaId") AND a.level IN ('building', 'unit')
     WHERE n.id = :userId LIMIT 1`,
    { userId },
  );
  return {
    personName: row?.personName ?? null,
    phone: row?.phone ?? null,
    doorNumber: row?.doorNumber ?? null,
    skills: row?.skills ?? [],
    serviceIntentions: row?.serviceIntentions ?? [],
    availableTimes: row?.availableTimes ?? [],
    position: row?.position ?? null,
    unit: row?.unitId ? { id: row.unitId, name: String(row.unitName) } : null,
    home: row?.homeId ? { id: row.homeId, name: String(row.homeName) } : null,
  };
}
