import { insertRows } from '../bulk-insert';
import type { References } from '../references';
import type { Stage } from '../stage';

/** Who holds which post, with the duties and services that go with it. */
export const postsStage: Stage = {
  name: 'posts',
  title: '任职',
  async load({ app, city, transaction, references }) {
    const rows = await Promise.all(
      city.posts.map(async ({ startsOn, endsOn, selection, publicityFrom, publicityTo, ...post }) => ({
        startsOn,
        endsOn,
        selection,
        publicityFrom,
        publicityTo,
        personId: await references.person(post.personKey),
        postTypeId: await references.postType(post.postType),
        organizationId: post.organizationKey === null ? null : await references.organization(post.organizationKey),
        areaId: await references.area(post.areaCode),
      })),
    );
    const ids = await insertRows(app.db, 'hxPosts', rows, transaction);
    for (const [through, dictionary, field] of [
      ['hxPostDuties', 'duty', 'duties'],
      ['hxPostServices', 'service', 'services'],
    ] as const) {
      const items = city.posts.map((post) => post[field]);
      await insertRows(app.db, through, await itemsOf(ids, items, dictionary, references), transaction);
    }
    return rows.length;
  },
};

function itemsOf(
  postIds: readonly string[],
  items: readonly (readonly string[])[],
  dictionary: string,
  references: References,
) {
  return Promise.all(
    items.flatMap((codes, index) =>
      codes.map(async (code) => ({
        postId: postIds[index],
        itemId: await references.dictionaryItem(dictionary, code),
      })),
    ),
  );
}
