import { selectRows, type Scope } from '@hongxin/plugin-foundation';

export interface HomeOnRoll {
  areaCode: string;
  personId: string;
}

/** Where an account's person is on a roll; undefined: on none, and nothing can be claimed. */
export async function homeOnRoll(userId: number, scope: Scope): Promise<HomeOnRoll | undefined> {
  const [home] = await selectRows<HomeOnRoll>(
    scope,
    `SELECT r."areaCode", r."personId"::text AS "personId" FROM {hxMemberRegistrations} r
     JOIN {hxPersons} p ON p.id = r."personId"
     WHERE p."userId" = :userId AND r.state IN ('accepted', 'onRoll') LIMIT 1`,
    { userId },
  );
  return home;
}
