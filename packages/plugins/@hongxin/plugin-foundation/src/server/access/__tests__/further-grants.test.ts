/** Grants of several plugins on one collection: each plugin's own roles, written and compared by themselves. */
import type Database from '@nocobase/database';
import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import type { CollectionAccess, FurtherGrants, RoleDeclarations, RoleGrant } from '../../domain';
import { foundation } from '@test/server/foundation/places';
import { DeclaredTables } from '../declared-tables';
import { GrantSeeder } from '../grants';
import { checkDeclared } from '../grants/check';
import { Roles } from '../roles';

jest.setTimeout(60_000);

const NAME = 'hxTestShared';
/** Roles as a plugin outside the workspace declares them: this project's types know nothing of them. */
const COUNCIL = 'hx-test-council' as 'hx-expert';
const JURY = 'hx-test-jury' as 'hx-evaluator';
const OWNER = 'test-owner';
const GUEST = 'test-guest';
const THIRD = 'test-third';

const ACCESS: CollectionAccess = {
  collection: NAME,
  areaField: null,
  ownerField: 'ownerId',
  labelFields: ['title'],
  serverFields: ['score'],
  retentionMonths: null,
  grants: { 'hx-official': { reach: 'all', create: ['title', 'note'], update: ['title'] } },
};
const role = (zh: string): RoleDeclarations[keyof RoleDeclarations] => ({ title: { zh, en: zh } });
const further = (grant: Partial<RoleGrant> = {}, name: typeof COUNCIL | typeof JURY = COUNCIL): FurtherGrants => ({
  collection: NAME,
  grants: { [name]: { reach: 'all', view: ['title'], ...grant } },
});

const db = (): Database => app().db;
const protection = { isCodeCollection: () => false, isCodeField: () => true };

/** What plugins have declared, beside what the application has: as after a start with other plugins. */
function declared(declare: (tables: DeclaredTables) => void) {
  const roles = new Roles();
  roles.declare({ 'hx-official': role('基层干部') }, 'foundation');
  roles.declare({ [COUNCIL]: role('议事会'), [JURY]: role('评审团') }, GUEST);
  const tables = new DeclaredTables(roles);
  declare(tables);
  const seeder = new GrantSeeder(db, protection, tables, roles);
  const check = (on: readonly string[] = []) =>
    checkDeclared({ tables, roles, db: db(), isOn: (name) => on.includes(name) });
  return { tables, seeder, check };
}

async function granted(name: string): Promise<Record<string, string[]> | null> {
  const row = await db()
    .getRepository('dataSourcesRolesResources')
    .findOne({ filter: { roleName: name, name: NAME }, appends: ['actions'] });
  const { actions } = (row?.toJSON() ?? {}) as { actions?: { name: string; fields: string[] }[] };
  return actions ? Object.fromEntries(actions.map((each) => [each.name, [...each.fields].sort()])) : null;
}

const pluginOf = async (name: string): Promise<unknown> =>
  (
    await db()
      .getRepository('hxSeeds')
      .findOne({ filter: { key: `role/${name}/${NAME}` } })
  )?.get('plugin');

beforeAll(async () => {
  await reset();
  await db()
    .collection({
      name: NAME,
      origin: '@hongxin/plugin-test',
      autoGenId: true,
      filterTargetKey: 'id',
      fields: [
        { name: 'title', type: 'string' },
        { name: 'note', type: 'string' },
        { name: 'score', type: 'integer' },
        { name: 'ownerId', type: 'bigInt' },
      ],
    })
    .sync();
  await db()
    .getRepository('dataSourcesRolesResources')
    .destroy({ filter: { name: NAME } });
  await db()
    .getRepository('hxSeeds')
    .destroy({ filter: { key: { $endsWith: NAME } } });
});

describe('written by each plugin', () => {
  it('both grants stand, each under the name of its plugin', async () => {
    const { tables, seeder } = declared((all) => {
      all.grant(further({ update: ['note'] }), GUEST); // loaded before the plugin that brings the collection
      all.declare(ACCESS, OWNER);
    });
    expect(Object.keys(tables.of(NAME)?.access.grants ?? {})).toEqual(['hx-official', COUNCIL]);
    await seeder.seed(OWNER);
    await seeder.seed(GUEST);
    expect(await granted('hx-official')).toMatchObject({ create: ['note', 'title'], update: ['title'] });
    expect(await granted(COUNCIL)).toEqual({ view: ['title'], update: ['note'] });
    expect([await pluginOf('hx-official'), await pluginOf(COUNCIL), await pluginOf('member')]).toEqual([
      OWNER,
      GUEST,
      OWNER,
    ]);
  });

  it('what an administrator changed is compared with the plugin’s own declaration', async () => {
    const { seeder } = declared((all) => {
      all.declare(ACCESS, OWNER);
      all.grant(further({ update: ['note'] }), GUEST);
    });
    const here = async () => (await seeder.departures()).filter(({ collection }) => collection === NAME);
    expect(await here()).toEqual([]);
    const row = await db()
      .getRepository('dataSourcesRolesResources')
      .findOne({ filter: { roleName: COUNCIL, name: NAME } });
    const values = { actions: [{ name: 'view', fields: ['title', 'note'] }] };
    await db()
      .getRepository('dataSourcesRolesResources')
      .update({ filterByTk: row?.get('id') as number, values, updateAssociationValues: ['actions'] });
    expect(await here()).toMatchObject([
      {
        role: COUNCIL,
        isShipped: true,
        differences: [
          { action: 'update', kind: 'actionRemoved' },
          { action: 'view', kind: 'fieldsAdded', fields: ['note'] },
        ],
      },
    ]);
    await seeder.seed(OWNER);
    expect(await granted(COUNCIL)).toEqual({ view: ['note', 'title'] });
    await seeder.reapply(`role/${COUNCIL}/${NAME}`);
    expect(await granted(COUNCIL)).toEqual({ view: ['title'], update: ['note'] });
    expect(await pluginOf(COUNCIL)).toBe(GUEST);
  });

  it('where one is off, the other’s stand, and what it had granted is no longer the pack’s', async () => {
    const before = await granted('hx-official');
    const { tables, seeder, check } = declared((all) => all.declare(ACCESS, OWNER));
    check();
    await seeder.seed(OWNER);
    expect(await granted('hx-official')).toEqual(before);
    expect(Object.keys(tables.of(NAME)?.access.grants ?? {})).toEqual(['hx-official']);
    const found = (await seeder.departures()).filter(({ collection }) => collection === NAME);
    expect(found).toMatchObject([{ role: COUNCIL, isShipped: false }]);
  });

  it('grants wait for a plugin that is off, and are written with its own', async () => {
    await db()
      .getRepository('dataSourcesRolesResources')
      .destroy({ filter: { name: NAME } });
    const waiting = declared((all) => all.grant({ ...further(), ofPlugin: OWNER }, GUEST));
    waiting.check();
    await waiting.seeder.seed(GUEST);
    expect(await granted(COUNCIL)).toBeNull();
    const later = declared((all) => {
      all.grant({ ...further(), ofPlugin: OWNER }, GUEST);
      all.declare(ACCESS, OWNER);
    });
    later.check([OWNER]);
    await later.seeder.seed(OWNER);
    expect(await granted(COUNCIL)).toEqual({ view: ['title'] });
  });

  it('roles of other plugins have what a collection gives every further role', async () => {
    const { tables, seeder } = declared((all) => {
      all.declare({ ...ACCESS, furtherRoles: { reach: 'own', view: ['title'] } }, OWNER);
      all.grant(further({ view: ['note'] }, JURY), THIRD);
    });
    expect(tables.of(NAME)?.access.grants[COUNCIL]).toEqual({ reach: 'own', view: ['title'] });
    expect(tables.of(NAME)?.access.grants[JURY]?.view).toEqual(['note']);
    await seeder.seed(GUEST);
    expect(await pluginOf(COUNCIL)).toBe(GUEST);
  });
});

describe('does not load', () => {
  const both = (names: readonly string[]) => new RegExp(`both ${names[0]} and ${names[1]} .*one of them has to go`);

  it('when two plugins grant one role on a collection, naming both', () => {
    const { tables } = declared((all) => all.grant(further(), GUEST));
    expect(() => tables.grant(further({ export: true }), THIRD)).toThrow(both([GUEST, THIRD]));
    expect(() => tables.declare({ ...ACCESS, grants: further().grants }, OWNER)).toThrow(both([GUEST, OWNER]));
  });

  it('when two plugins declare access to a collection or a role, naming both', () => {
    const { tables } = declared((all) => all.declare(ACCESS, OWNER));
    expect(() => tables.declare({ ...ACCESS, grants: {} }, THIRD)).toThrow(both([OWNER, THIRD]));
    const roles = new Roles();
    roles.declare({ [COUNCIL]: role('议事会') }, GUEST);
    expect(() => roles.declare({ [COUNCIL]: role('理事会') }, THIRD)).toThrow(both([GUEST, THIRD]));
    expect(() => roles.declare({ council: role('理事会') } as RoleDeclarations, THIRD)).toThrow('begin with hx-');
  });

  it.each([
    ['a collection nobody declares', { ...further(), collection: 'hxTestShard' }, 'nobody declares no access'],
    ['another plugin than brings it', { ...further(), ofPlugin: 'test-ower' }, `${OWNER} brings it`],
    ['a field that is not there', further({ view: ['titel'] }), 'no field "titel"'],
    ['a field that the server fills', further({ update: ['score'] }), 'the server fills'],
    ['a role that nobody declares', further({}, 'hx-test-nobody' as 'hx-expert'), 'no plugin declares'],
  ] as const)('with %s', (_name, grants, message) => {
    const { check } = declared((all) => {
      all.declare(ACCESS, OWNER);
      all.grant(grants, GUEST);
    });
    expect(() => check()).toThrow(message);
  });
});

describe('through the doors', () => {
  let council: Client;
  beforeAll(async () => {
    const { access } = foundation();
    access.roles.declare({ [COUNCIL]: role('议事会') }, GUEST);
    access.register(ACCESS, OWNER);
    access.grant(further({ create: ['title'], update: ['title'] }), GUEST);
    await access.seedGrants(OWNER);
    await access.seedGrants(GUEST);
    council = await signInAs('council', [COUNCIL]);
    const administrator = await root();
    await administrator.post(`${NAME}:create`, { title: '一', note: '内部' });
  });

  it('shows and takes what the role’s own plugin grants, and nothing else', async () => {
    const { status, body } = await council.get<Record<string, unknown>[]>(`${NAME}:list`);
    expect(status).toBe(200);
    expect(body.data[0]).toMatchObject({ title: '一' });
    expect(body.data[0]).not.toHaveProperty('note');
    expect((await council.post(`${NAME}:create`, { title: '二' })).status).toBe(200);
    expect((await council.post(`${NAME}:create`, { title: '三', note: '不能填' })).status).toBe(403);
    expect((await council.post(`${NAME}:destroy?filterByTk=${String(body.data[0].id)}`)).status).toBe(403);
  });

  it('gives a role of another plugin its own data', async () => {
    expect((await council.get('hxConsents:list')).status).toBe(200);
    expect((await council.get('hxDataRequests:list')).status).toBe(200);
    expect((await council.get('hxEvents:list')).status).toBe(403);
  });
});
