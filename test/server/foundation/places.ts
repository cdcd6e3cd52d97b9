/** A small city for tests of access: two communities, collections of every kind of reach, users with posts. */
import type Database from '@nocobase/database';
import type { Collection, CollectionOptions, Model, Transaction } from '@nocobase/database';
import { app, signInAs, type Client } from '../harness';
import type {
  AreaGrant,
  CollectionAccess,
} from '../../../packages/plugins/@hongxin/plugin-foundation/src/server/domain';
import type PluginFoundation from '../../../packages/plugins/@hongxin/plugin-foundation/src/server/plugin';

// Many suites share the machine: a slow start of the first one is no failure.
jest.setTimeout(60_000);

export const CITY = '370681';
export const STREET = '370681001';
export const EAST = '370681001001';
export const WEST = '370681001002';
export const EAST_ESTATE = '370681001001001';

const COLLECTIONS: CollectionOptions[] = [
  {
    name: 'hxTestAreas',
    autoGenId: true,
    titleField: 'name',
    filterTargetKey: 'id',
    indexes: [{ fields: ['code'] }],
    fields: [
      { name: 'code', type: 'string', unique: true },
      { name: 'name', type: 'string' },
      { name: 'note', type: 'string' },
      { name: 'parentId', type: 'bigInt' },
      { name: 'parent', type: 'belongsTo', target: 'hxTestAreas', foreignKey: 'parentId' },
      { name: 'records', type: 'hasMany', target: 'hxTestRecords', foreignKey: 'areaId' },
    ],
  },
  {
    name: 'hxTestRecords',
    autoGenId: true,
    createdAt: true,
    updatedAt: true,
    createdBy: true,
    filterTargetKey: 'id',
    fields: [
      { name: 'title', type: 'string', interface: 'input', uiSchema: { title: '标题' } },
      { name: 'phone', type: 'string', interface: 'input', uiSchema: { title: '电话' } },
      { name: 'secret', type: 'string', interface: 'input', uiSchema: { title: '内部' } },
      { name: 'amount', type: 'integer', interface: 'integer', uiSchema: { title: '数量' } },
      { name: 'number', type: 'string' },
      { name: 'state', type: 'string', defaultValue: 'draft' },
      { name: 'areaCode', type: 'string', index: true },
      { name: 'areaId', type: 'bigInt' },
      {
        name: 'area',
        type: 'belongsTo',
        target: 'hxTestAreas',
        foreignKey: 'areaId',
        interface: 'm2o',
        uiSchema: { title: '区域' },
      },
      { name: 'ownerId', type: 'bigInt' },
      { name: 'owner', type: 'belongsTo', target: 'users', foreignKey: 'ownerId' },
      { name: 'friendId', type: 'bigInt' },
      { name: 'friend', type: 'belongsTo', target: 'hxTestRecords', foreignKey: 'friendId' },
      { name: 'lines', type: 'hasMany', target: 'hxTestLines', foreignKey: 'recordId' },
      {
        name: 'tags',
        type: 'belongsToMany',
        target: 'hxTestTags',
        through: 'hxTestRecordTags',
        foreignKey: 'recordId',
        otherKey: 'tagId',
      },
    ],
  },
  {
    name: 'hxTestLines',
    autoGenId: true,
    filterTargetKey: 'id',
    fields: [
      { name: 'item', type: 'string' },
      { name: 'cost', type: 'integer' },
      { name: 'recordId', type: 'bigInt' },
      { name: 'record', type: 'belongsTo', target: 'hxTestRecords', foreignKey: 'recordId' },
    ],
  },
  {
    name: 'hxTestTags',
    autoGenId: true,
    filterTargetKey: 'id',
    fields: [
      { name: 'name', type: 'string' },
      { name: 'code', type: 'string' },
    ],
  },
];

export const ACCESS: CollectionAccess[] = [
  {
    collection: 'hxTestAreas',
    areaField: 'code',
    labelFields: ['name', 'code'],
    retentionMonths: null,
    grants: {
      'hx-official': { reach: 'area', create: ['code', 'name', 'parentId'], update: ['name'] },
      'hx-member': { reach: 'all', view: ['name', 'code'] },
    },
  },
  {
    collection: 'hxTestRecords',
    ownerField: 'ownerId',
    labelFields: ['title'],
    personalFields: { phone: 'phone' },
    serverFields: ['number'],
    nested: ['lines'],
    retentionMonths: 12,
    grants: {
      'hx-official': {
        reach: 'area',
        hidden: ['secret'],
        create: ['title', 'phone', 'amount', 'areaId', 'friendId', 'lines', 'tags'],
        update: ['title', 'phone', 'amount', 'areaId', 'friendId', 'lines', 'tags'],
        destroy: true,
        import: true,
        export: true,
        transition: true,
        reveal: ['phone'],
      },
      'hx-member': {
        reach: 'own',
        hidden: ['secret'],
        create: ['title', 'phone', 'amount', 'areaId'],
        update: ['title', 'phone'],
      },
    },
  },
  {
    collection: 'hxTestLines',
    areaField: null,
    labelFields: ['item'],
    retentionMonths: 12,
    grants: { 'hx-official': { reach: 'all', create: ['item', 'cost'], update: ['item', 'cost'], destroy: true } },
  },
  {
    collection: 'hxTestTags',
    areaField: null,
    labelFields: ['name'],
    retentionMonths: null,
    grants: { 'hx-official': { reach: 'all', view: ['name'] } },
  },
];

export const foundation = (): PluginFoundation => app().pm.get('@hongxin/plugin-foundation') as PluginFoundation;

/** Posts of the users of this file: user id → grants. */
const posts = new Map<number, AreaGrant[]>();

/** Defines the collections, writes the roles, and answers posts from memory. */
export async function preparePlaces(): Promise<void> {
  const { db } = app();
  for (const options of COLLECTIONS) {
    const collection: Collection = db.collection(options);
    await collection.sync();
  }
  await db.getCollection('hxTestRecordTags').sync();
  if (db.listenerCount('hxTestRecords.beforeValidate') === 0) fillAreaCodes(db);
  for (const access of ACCESS) foundation().access.register(access, 'test');
  await foundation().access.seedGrants('test');
  const others = foundation().identities.provideAreaGrants(
    async (userId, ...rest) => posts.get(userId) ?? others(userId, ...rest),
  );
}

/** What plugin-governance does for the pack's own collections. */
function fillAreaCodes(db: Database): void {
  const fill = async (rows: Model[], options: { transaction?: Transaction; fields?: string[] }) => {
    const placed = rows.filter((row) => row.get('areaId') && (row.isNewRecord || row.changed('areaId' as never)));
    const id = [...new Set(placed.map((row) => row.get('areaId') as number))];
    const areas =
      id.length > 0
        ? await db.getModel('hxTestAreas').findAll({ where: { id }, transaction: options.transaction })
        : [];
    for (const row of placed) {
      row.set(
        'areaCode',
        areas.find((area) => String(area.get('id')) === String(row.get('areaId')))?.get('code') ?? null,
      );
      options.fields?.push('areaCode');
    }
  };
  for (const hook of ['beforeValidate', 'beforeUpdate'])
    db.on(`hxTestRecords.${hook}`, (row: Model, options: object) => fill([row], options));
  db.on('hxTestRecords.beforeBulkCreate', fill);
}

/** Signs in somebody whose posts give a role in some areas. */
export async function signInWithPosts(
  username: string,
  role: string,
  areaCodes: readonly string[],
  more: readonly string[] = [],
): Promise<Client> {
  const client = await signInAs(username, [role, ...more]);
  posts.set(
    client.userId!,
    areaCodes.map((areaCode, index) => ({ role, areaCode, level: 'community', postId: index + 1 })),
  );
  return client;
}

export interface Places {
  areas: Record<'city' | 'street' | 'east' | 'west' | 'estate', number>;
  east: number;
  west: number;
}

/** Two records, one in each community, each with a tag, a line and each other as a friend. */
export async function fillPlaces(): Promise<Places> {
  const { db } = app();
  const areas = {} as Places['areas'];
  const codes = { city: CITY, street: STREET, east: EAST, west: WEST, estate: EAST_ESTATE };
  for (const [name, code] of Object.entries(codes)) {
    const row = await db.getRepository('hxTestAreas').create({ values: { code, name, note: `note of ${name}` } });
    areas[name as keyof Places['areas']] = Number(row.get('id'));
  }
  const make = async (title: string, areaId: number, areaCode: string, phone: string) => {
    const values = {
      title,
      areaId,
      areaCode,
      phone,
      secret: `secret of ${title}`,
      amount: 7,
      tags: [{ name: `tag of ${title}`, code: `T-${title}` }],
      lines: [{ item: `line of ${title}`, cost: 5 }],
    };
    return db.getRepository('hxTestRecords').create({ values });
  };
  const east = await make('east', areas.estate, EAST_ESTATE, '13800000001');
  const west = await make('west', areas.west, WEST, '13900000002');
  await east.update({ friendId: west.get('id') });
  await west.update({ friendId: east.get('id') });
  return { areas, east: Number(east.get('id')), west: Number(west.get('id')) };
}
