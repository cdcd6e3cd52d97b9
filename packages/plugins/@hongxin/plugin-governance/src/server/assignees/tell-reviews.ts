import { selectRows } from '@hongxin/plugin-foundation';
import { reviewOf } from '@hongxin/plugin-review';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';

interface HookOptions {
  transaction?: Transaction;
}

/** Whoever a row names now and named before. */
function keysOf(row: Model, field: string): string[] {
  const both: unknown[] = [row.get(field), row.previous(field as never)];
  return [...new Set(both.filter((key) => key !== null && key !== undefined).map(String))];
}

/**
 * Tells reviews of every change of who holds a post where: tasks go to whoever holds it now. Terms that begin or end by
 * their day are the city's midnight's business.
 */
export function tellReviews(app: Application) {
  const { db } = app;
  const tell = (userIds: readonly number[], areaCodes: readonly string[], transaction?: Transaction): void =>
    reviewOf(app)?.mandates.changed({ userIds, areaCodes, orphans: true }, transaction);

  const postChanged = async (post: Model, { transaction }: HookOptions = {}): Promise<void> => {
    const scope = { db, transaction };
    const people = keysOf(post, 'personId');
    const rows =
      people.length === 0
        ? []
        : await selectRows<{ userId: string }>(
            scope,
            'SELECT "userId"::text AS "userId" FROM {hxPersons} WHERE id IN (:people) AND "userId" IS NOT NULL',
            { people },
          );
    const organizations = keysOf(post, 'organizationId');
    const covered =
      organizations.length === 0
        ? []
        : await selectRows<{ code: string }>(
            scope,
            `SELECT a.code FROM {hxOrganizationAreas} l JOIN {hxAreas} a ON a.id = l."areaId"
             WHERE l."organizationId" IN (:organizations)`,
            { organizations },
          );
    const places = [...keysOf(post, 'areaCode'), ...covered.map(({ code }) => code)];
    tell(
      rows.map(({ userId }) => Number(userId)),
      places,
      transaction,
    );
  };

  const personChanged = async (person: Model, options: HookOptions = {}): Promise<void> => {
    const places = await selectRows<{ code: string }>(
      { db, transaction: options.transaction },
      'SELECT DISTINCT a.code FROM {hxPosts} p JOIN {hxAreas} a ON a.id = p."areaId" WHERE p."personId" = :id',
      { id: person.get('id') },
    );
    tell(
      keysOf(person, 'userId').map(Number),
      places.map(({ code }) => code),
      options.transaction,
    );
  };
  const personSaved = async (person: Model, options: HookOptions): Promise<void> => {
    if (person.changed('userId' as never)) await personChanged(person, options);
  };
  const kindChanged = (_row: Model, { transaction }: HookOptions = {}): void =>
    reviewOf(app)?.mandates.changed({ all: true }, transaction);

  return {
    'hxPosts.afterSave': [postChanged],
    'hxPosts.afterDestroy': [postChanged],
    'hxPersons.afterSave': [personSaved],
    'hxPersons.afterDestroy': [personChanged],
    'hxPostTypes.afterUpdate': [kindChanged],
    'hxPostTypes.afterDestroy': [kindChanged],
    'hxOrganizationAreas.afterSave': [kindChanged],
  };
}
