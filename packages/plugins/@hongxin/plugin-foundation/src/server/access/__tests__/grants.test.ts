/** Grants are written once, follow a new version while nobody has edited them, and stay when somebody has. */
import { app, root, type Client } from '@test/server/harness';
import type { CollectionAccess, RoleGrant } from '../../domain';
import { foundation } from '@test/server/foundation/places';

const NAME = 'hxTestGrants';
const KEY = `role/hx-official/${NAME}`;

interface ActionRow {
  id: number;
  name: string;
  fields: string[];
  scope?: { name: string; scope: object } | null;
}

let administrator: Client;

const declare = (grant: RoleGrant): CollectionAccess => ({
  collection: NAME,
  ownerField: 'ownerId',
  labelFields: ['title'],
  retentionMonths: null,
  grants: { 'hx-official': grant },
});
const FIRST: RoleGrant = { reach: ['area', 'own'], hidden: ['secret'], create: ['title'], update: ['title'] };

async function seed(grant: RoleGrant): Promise<void> {
  foundation().access.register(declare(grant), 'test');
  await foundation().access.seedGrants('test');
}

async function actions(role = 'hx-official'): Promise<Record<string, ActionRow>> {
  const resource = await app()
    .db.getRepository('dataSourcesRolesResources')
    .findOne({ filter: { roleName: role, name: NAME }, appends: ['actions', 'actions.scope'] });
  const rows = (resource?.toJSON() as { actions: ActionRow[] }).actions;
  return Object.fromEntries(rows.map((row) => [row.name, row]));
}

async function state(): Promise<string | undefined> {
  const { seeds } = foundation();
  const row = await app()
    .db.getRepository('hxSeeds')
    .findOne({ filter: { key: KEY } });
  expect(seeds).toBeTruthy();
  return foundation().access.grantState(KEY, row?.get('options') as Record<string, unknown>);
}

/** What an administrator does in the role's settings. */
async function edit(action: string, fields: string[]) {
  const resource = await app()
    .db.getRepository('dataSourcesRolesResources')
    .findOne({ filter: { roleName: 'hx-official', name: NAME } });
  const all = Object.values(await actions());
  const values = {
    usingActionsConfig: true,
    actions: all.map(({ name, fields: old, scope }) => ({ name, fields: name === action ? fields : old, scope })),
  };
  const answer = await administrator.post(
    `roles/hx-official/dataSourceResources:update`,
    { ...values, name: NAME, dataSourceKey: 'main' },
    {
      query: { filterByTk: resource?.get('id'), filter: { dataSourceKey: 'main', name: NAME } },
    },
  );
  expect(answer.status).toBe(200);
}

beforeAll(async () => {
  administrator = await root();
  const { db } = app();
  const fields = ['title', 'secret', 'late'].map((name) => ({ name, type: 'string', interface: 'input' }));
  const collection = db.collection({
    name: NAME,
    origin: '@hongxin/plugin-test',
    autoGenId: true,
    filterTargetKey: 'id',
    fields: [...fields, { name: 'areaCode', type: 'string' }, { name: 'ownerId', type: 'bigInt' }],
  });
  await collection.sync();
  await (db.getRepository('collections') as unknown as { db2cm(name: string): Promise<void> }).db2cm(NAME);
  await db.getRepository('dataSourcesRolesResources').destroy({ filter: { name: NAME } });
  await db.getRepository('hxSeeds').destroy({ filter: { key: { $endsWith: NAME } } });
});

it('writes fields and scopes with names an administrator can read', async () => {
  await seed(FIRST);
  const { view, create, ...others } = await actions();
  expect(Object.keys(others)).toEqual(['update']);
  expect(view.fields).toEqual(expect.arrayContaining(['title', 'late', 'areaCode']));
  expect(view.fields).not.toContain('secret');
  expect(create.fields).toEqual(['title']);
  expect(view.scope).toMatchObject({
    name: '本人任职区域或本人的记录',
    scope: { $or: [{ areaCode: { $hxInAreasOf: 'hx-official' } }, { ownerId: '{{$user.id}}' }] },
  });
  expect(await actions('member')).toEqual({});
  expect(await state()).toBe('unchanged');
});

it('writes nothing when it is seeded again', async () => {
  const before = await actions();
  await seed(FIRST);
  expect(await actions()).toEqual(before);
});

it('follows a new declaration while nobody has edited it, in force at once', async () => {
  await seed({ ...FIRST, update: ['title', 'late'], destroy: true });
  const { update, destroy } = await actions();
  expect(update.fields.sort()).toEqual(['late', 'title']);
  expect(destroy).toBeTruthy();
  expect(app().acl.can({ roles: ['hx-official'], resource: NAME, action: 'destroy' })).toBeTruthy();
  await seed(FIRST);
  expect(app().acl.can({ roles: ['hx-official'], resource: NAME, action: 'destroy' })).toBeNull();
});

it('leaves a field an administrator added where NocoBase granted it, and does not call that an edit', async () => {
  const extra = { name: 'extra', type: 'string', interface: 'input', uiSchema: { title: '附加' } };
  expect((await administrator.post(`collections/${NAME}/fields:create`, extra)).status).toBe(200);
  expect((await actions()).update.fields).toContain('extra');
  expect(await state()).toBe('unchanged');
  await seed({ ...FIRST, update: ['title', 'late'] });
  expect((await actions()).update.fields.sort()).toEqual(['extra', 'late', 'title']);
  await seed(FIRST);
  expect((await actions()).create.fields.sort()).toEqual(['extra', 'title']);
  expect(await state()).toBe('unchanged');
});

it('takes back what NocoBase grants by itself when a new version brings a hidden field', async () => {
  const { db } = app();
  // As after an upgrade: the code has a field it did not have when the grant was written, and everybody got it.
  const entry = await db.getRepository('hxSeeds').findOne({ filter: { key: KEY } });
  const { applied } = entry?.get('options') as { applied: { known: string[]; actions: object[] } };
  await entry?.update({
    options: { applied: { ...applied, known: applied.known.filter((name) => name !== 'secret') } },
  });
  for (const { id, fields } of Object.values(await actions())) {
    await db
      .getRepository('dataSourcesRolesResourcesActions')
      .update({ filterByTk: id, values: { fields: [...fields, 'secret'] } });
  }
  expect(await state()).toBe('unchanged');
  await seed(FIRST);
  expect(Object.values(await actions()).flatMap(({ fields }) => fields)).not.toContain('secret');
});

it('keeps what an administrator has edited, says so, and gives the shipped version back when asked', async () => {
  await edit('update', ['title', 'secret']);
  expect(await state()).toBe('edited');
  await seed(FIRST);
  expect((await actions()).update.fields.sort()).toEqual(['secret', 'title']);
  expect(await state()).toBe('edited');
  await seed({ ...FIRST, update: ['late'] });
  expect((await actions()).update.fields.sort()).toEqual(['secret', 'title']);
  expect(await state()).toBe('outdated');
  await foundation().access.reapplyGrant(KEY);
  expect((await actions()).update.fields.sort()).toEqual(['late']);
  expect(await state()).toBe('unchanged');
});

it('refuses a declaration that names a field the collection does not have', async () => {
  await expect(seed({ ...FIRST, create: ['nothing'] })).rejects.toThrow('no field "nothing"');
  await seed(FIRST); // what is declared is remembered, and asked of by other tests
});
