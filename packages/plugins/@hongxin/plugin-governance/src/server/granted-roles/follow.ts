import { selectRows, type DomainPart } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import { settleRoles, type Settling } from './settle';

interface HookOptions {
  transaction?: Transaction;
}

/** What of a post, when it is written anew, gives its role again although an administrator has taken it away. */
const APPOINTING = ['personId', 'postTypeId', 'startsOn', 'endsOn'];

/**
 * Has roles follow the posts that give them: at once when a post, its kind or its person's account changes, and at the first
 * moment of a day in China, when terms end and begin.
 */
export function followPosts(db: Database): Pick<DomainPart, 'follows' | 'newDay' | 'jobs'> {
  const settle = async (settling: Settling, transaction?: Transaction): Promise<void> => {
    if (transaction) await settleRoles({ db, transaction }, settling);
    else await db.sequelize.transaction((own) => settleRoles({ db, transaction: own }, settling));
  };
  const accountsOf = async (personIds: readonly unknown[], transaction?: Transaction): Promise<string[]> => {
    const keys = personIds.filter((id) => id !== null && id !== undefined).map(String);
    if (keys.length === 0) return [];
    const rows = await selectRows<{ userId: string }>(
      { db, transaction },
      'SELECT DISTINCT "userId"::text AS "userId" FROM {hxPersons} WHERE id IN (:keys) AND "userId" IS NOT NULL',
      { keys },
    );
    return rows.map(({ userId }) => userId);
  };
  const beforeAndNow = (record: Model, field: string): unknown[] => [
    record.get(field),
    record.previous(field as never),
  ];

  const postSaved = async (post: Model, { transaction }: HookOptions): Promise<void> => {
    const userIds = await accountsOf(beforeAndNow(post, 'personId'), transaction);
    const again = APPOINTING.some((field) => post.changed(field as never));
    await settle({ userIds, again }, transaction);
  };
  const postsCreated = async (posts: Model[], { transaction }: HookOptions): Promise<void> => {
    const people = posts.map((post): unknown => post.get('personId'));
    await settle({ userIds: await accountsOf(people, transaction), again: true }, transaction);
  };
  const postDeleted = async (post: Model, { transaction }: HookOptions): Promise<void> => {
    await settle({ userIds: await accountsOf([post.get('personId')], transaction) }, transaction);
  };
  const personChanged = async (person: Model, { transaction }: HookOptions): Promise<void> => {
    const users = beforeAndNow(person, 'userId').filter((id) => id !== null && id !== undefined);
    await settle({ userIds: users.map(String), again: true }, transaction);
  };
  const personSaved = async (person: Model, options: HookOptions): Promise<void> => {
    if (person.changed('userId' as never)) await personChanged(person, options);
  };
  const kindChanged = (_type: Model, { transaction }: HookOptions) => settle({}, transaction);

  return {
    follows: {
      'hxPosts.afterSave': [postSaved],
      'hxPosts.afterBulkCreate': [postsCreated],
      'hxPosts.afterDestroy': [postDeleted],
      'hxPersons.afterSave': [personSaved],
      'hxPersons.afterDestroy': [personChanged],
      'hxPostTypes.afterUpdate': [kindChanged],
      'hxPostTypes.afterDestroy': [kindChanged],
    },
    newDay: [() => settle({})],
    // reviews that nobody's request begins ask for the roles of the new day too
    jobs: [{ name: 'governance.rolesOfPosts', at: '1 0 0 * * *', run: () => settle({}) }],
  };
}
