/** The declared tables, and one collection of the test's own in which two roles reach by area. */
import type { CollectionAccess, PluginFoundation } from '@hongxin/plugin-foundation';
import { app } from '../../server/harness';

export const foundation = (): PluginFoundation => app().pm.get('@hongxin/plugin-foundation') as PluginFoundation;

/** What the plugins declare, by collection. */
export function declarationsOf(): Map<string, CollectionAccess> {
  const names = [...app().db.collections.keys()].filter((name) => name.startsWith('hx'));
  return new Map(
    names.flatMap((name) => {
      const access = foundation().access.declarationOf(name);
      return access ? [[name, access] as [string, CollectionAccess]] : [];
    }),
  );
}

const PLACES: CollectionAccess = {
  collection: 'hxMatrixPlaces',
  labelFields: ['title'],
  personalFields: { phone: 'phone' },
  ownerField: null,
  retentionMonths: null,
  grants: {
    'hx-official': {
      reach: 'area',
      hidden: ['scoresheet'],
      create: ['title', 'phone', 'area'],
      update: ['title', 'phone'],
      destroy: true,
      export: true,
      import: true,
      reveal: ['phone'],
    },
    'hx-evaluator': { reach: 'area', view: ['title', 'scoresheet', 'areaCode'], update: ['scoresheet'] },
  },
};

/** Posts as evaluators, which governance knows nothing of: user id → areas. */
const evaluators = new Map<number, readonly string[]>();
let isProviding = false;

/** Gives a user posts as an evaluator, beside those governance finds. */
export function appointEvaluator(userId: number, areaCodes: readonly string[]): void {
  evaluators.set(userId, areaCodes);
  if (isProviding) return;
  isProviding = true;
  const others = foundation().identities.provideAreaGrants(async (id, ...rest) => [
    ...(await others(id, ...rest)),
    ...(evaluators.get(id) ?? []).map((areaCode) => ({
      role: 'hx-evaluator',
      areaCode,
      level: 'community' as const,
      postId: 1,
    })),
  ]);
}

export async function registerPlaces(): Promise<void> {
  const { db } = app();
  if (!db.hasCollection('hxMatrixPlaces')) {
    const collection = db.collection({
      name: 'hxMatrixPlaces',
      autoGenId: true,
      createdBy: true,
      titleField: 'title',
      filterTargetKey: 'id',
      fields: [
        { name: 'title', type: 'string', interface: 'input' },
        { name: 'phone', type: 'string', interface: 'input' },
        { name: 'scoresheet', type: 'string', interface: 'input' },
        { name: 'areaCode', type: 'string', interface: 'input' },
        { name: 'areaId', type: 'bigInt' },
        { name: 'area', type: 'belongsTo', target: 'hxAreas', foreignKey: 'areaId', interface: 'm2o' },
      ],
    });
    await collection.sync();
  }
  foundation().access.register(PLACES, 'test');
  await foundation().access.seedGrants('test');
}
