import { insertRows } from '../bulk-insert';
import type { Stage } from '../stage';

/** People: cadres, stewards, former holders of posts, in-service members. */
export const personsStage: Stage = {
  name: 'persons',
  title: '人员',
  async load({ app, city, transaction, references }) {
    const rows = await Promise.all(
      city.persons.map(async ({ key: _key, areaCode, username, stewardCategory, governingKind, ...person }) => ({
        ...person,
        areaId: await references.area(areaCode),
        userId: username === null ? null : await references.user(username),
        stewardCategoryId:
          stewardCategory === null ? null : await references.dictionaryItem('stewardCategory', stewardCategory),
        governingKindId:
          governingKind === null ? null : await references.dictionaryItem('governingKind', governingKind),
      })),
    );
    await insertRows(app.db, 'hxPersons', rows, transaction);
    return rows.length;
  },
};
