import { checkPhone, cleanName, normalizePhone } from '@hongxin/rules/mechanism';
import { askEach, runAsSystem, selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';

export interface Registrant {
  /** The account that registers; null when the system writes a registration for somebody without one. */
  userId: number | null;
  name: string;
  phone: string | null;
  /** What is kept of the identity number, where the city keeps it. */
  identityHash: string | null;
}

/**
 * The person behind a registration: the account's own, or the one of the same name and identity number or, where none
 * is known, phone who has no account,
 * or a new one. A person who holds or held a post is never taken over by name and phone: posts give rights.
 */
export async function personOf(given: Registrant, scope: Scope): Promise<string> {
  const registrant = { ...given, name: cleanName(given.name), phone: given.phone && normalizePhone(given.phone) };
  const registered = await ownPerson(registrant.userId, scope);
  if (registered !== null) return registered;
  // two first registrations at once must not make two persons: the second one waits, and looks again
  const key = registrant.userId === null ? `${registrant.name}/${registrant.phone ?? ''}` : `user/${registrant.userId}`;
  await selectRows(scope, `SELECT pg_advisory_xact_lock(hashtext('hongxin/person'), hashtext(:key))`, { key });
  const own = await ownPerson(registrant.userId, scope);
  if (own !== null) return own;
  const known = await knownPerson(registrant, scope);
  const persons = scope.db.getRepository('hxPersons');
  const { transaction } = scope;
  return runAsSystem(async () => {
    if (known !== null) {
      if (registrant.userId !== null) {
        await persons.update({ filterByTk: known, values: { userId: registrant.userId }, transaction });
      }
      return known;
    }
    const { name, phone, userId } = registrant;
    // a draft may hold a phone that is none yet; the person gets it when it has been put right
    const values = { name, phone: checkPhone(phone).ok ? phone : null, userId, politicalStatus: 'partyMember' };
    return String((await persons.create({ values, transaction })).get('id'));
  });
}

async function ownPerson(userId: number | null, scope: Scope): Promise<string | null> {
  if (userId === null) return null;
  const sql = 'SELECT id::text AS id FROM {hxPersons} WHERE "userId" = :userId';
  const [person] = await selectRows<{ id: string }>(scope, sql, { userId });
  return person?.id ?? null;
}

async function knownPerson({ name, phone, identityHash }: Registrant, scope: Scope): Promise<string | null> {
  if (!phone && !identityHash) return null;
  const found = await selectRows<{ id: string; isIdentified: boolean | null }>(
    scope,
    `SELECT s.id::text AS id, s."identityHash" = :identityHash AS "isIdentified" FROM {hxPersons} s
     WHERE s.name = :name AND s."userId" IS NULL
       AND (s."identityHash" = :identityHash
         OR (s.phone = :phone AND (s."identityHash" IS NULL OR :identityHash::text IS NULL)))
       AND NOT EXISTS (SELECT 1 FROM {hxPosts} p WHERE p."personId" = s.id)
     ORDER BY (s."identityHash" = :identityHash) DESC NULLS LAST LIMIT 2`,
    { name, phone: phone ?? '', identityHash },
  );
  if (found[0]?.isIdentified) return found[0].id;
  return found.length === 1 ? found[0].id : null; // namesakes on one phone: nobody can tell which
}

/** Persons by id; within a step of many records each is one object, which knows what the step has written to it. */
export function personsById(personIds: readonly string[], scope: Scope): Promise<ReadonlyMap<string, Model>> {
  return askEach(scope, 'person', personIds, async (keys) => {
    const { db, transaction } = scope;
    const rows: Model[] = await db.getRepository('hxPersons').find({ filterByTk: [...keys], transaction });
    return new Map(rows.map((row) => [String(row.get('id')), row]));
  });
}

/** What a registration tells about the person and is not known yet; what is known stays. */
export async function completePerson(
  personId: string,
  facts: Readonly<Record<'phone' | 'areaId' | 'doorNumber' | 'identityNumber' | 'identityHash', unknown>>,
  scope: Scope,
): Promise<void> {
  const person = (await personsById([personId], scope)).get(personId);
  if (!person) return;
  const wanted = { ...facts, politicalStatus: 'partyMember' };
  const blanks = Object.entries(wanted).filter(([field, value]) => value && !person.get(field));
  if (blanks.length === 0) return;
  await runAsSystem(() => person.update(Object.fromEntries(blanks), { transaction: scope.transaction }));
}
