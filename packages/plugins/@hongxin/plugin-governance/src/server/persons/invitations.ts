import { applicationOf, refuse, runAsSystem, selectRows } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import { mayGrant } from '../posts/may-grant';
import { today } from '../common/today';
import type { InvitationKind } from '../invitations/kinds';

/** A person on the list opens an account of their own; the posts they hold then give it its rights. */
export function personInvitations(db: Database): InvitationKind {
  return {
    name: 'person',
    collection: 'hxPersons',
    role: 'hx-member',

    async subject(id, transaction) {
      const person: Model | null = await db.getRepository('hxPersons').findOne({ filterByTk: id, transaction });
      if (!person) throw refuse(404, 'RECORD_NOT_FOUND');
      const [areaId, areaCode] = [person.get('areaId') as string | null, person.get('areaCode') as string | null];
      const name = String(person.get('name'));
      const isNeeded = !person.get('userId');
      return { name, areaId, areaCode, ...(isNeeded ? {} : { obstacle: 'INVITATION_PERSON_HAS_ACCOUNT' }) };
    },

    /** Nobody hands out a right as far-reaching as their own: as with giving the post itself. */
    async mayInvite(id, transaction) {
      const posts = await selectRows<{ role: string; areaCode: string | null }>(
        { db, transaction },
        `SELECT t."grantsRole" AS role, p."areaCode" AS "areaCode" FROM {hxPosts} p JOIN {hxPostTypes} t ON t.id = p."postTypeId"
         WHERE p."personId" = :id AND t."grantsRole" IS NOT NULL AND (p."endsOn" IS NULL OR p."endsOn" >= :today)`,
        { id, today: today() },
      );
      return posts.every(
        ({ role, areaCode }) => areaCode !== null && mayGrant(applicationOf(db), 'update', role, areaCode),
      );
    },

    async accept(id, userId, transaction) {
      const lock = transaction.LOCK.UPDATE;
      const person = (await db.getModel('hxPersons').findOne({ where: { id }, transaction, lock })) as Model | null;
      if (!person || (person.get('userId') && Number(person.get('userId')) !== userId))
        throw refuse(404, 'INVITATION_INVALID');
      const other: Model | null = await db.getRepository('hxPersons').findOne({ filter: { userId }, transaction });
      if (other && String(other.get('id')) !== id) throw refuse(409, 'INVITATION_ACCOUNT_OF_ANOTHER');
      await runAsSystem(() => person.update({ userId }, { transaction }));
    },
  };
}
