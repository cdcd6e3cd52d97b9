/**
 * A town for the matrix: every collection of the pack gets records in the eastern and the western community and one
 * record of each role that owns records, made by a factory from the collection's fields. Written past all hooks, so that no
 * rule of a plugin has to be known here.
 */
import { restConstraints, restoreConstraints } from './constraints';
import type { Collection } from '@nocobase/database';
import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { app, reset } from '../../server/harness';
import { makeUser, nobody, signIn, type Account, type Caller } from './callers';
import { FIXTURES } from './fixtures';
import { valuesOf } from './oracle';
import { appointEvaluator, declarationsOf, registerPlaces } from './places';
import { columnsOf, fieldsOf, nextId, TO_MANY, valueFor } from './values';
import { clearTown, insertRows, readRows, type Row } from './tables';

export const EAST = '370681001001';
export const WEST = '370681001002';
export const SIDES = { east: `${EAST}001`, west: `${WEST}001` } as const;
export type Side = keyof typeof SIDES;

export interface Table {
  collection: Collection;
  name: string;
  access: CollectionAccess | undefined;
  /** Name of the key column; null for tables of links. */
  key: string | null;
  rows: Row[];
}

/** One generated record: where it lies and, if it is somebody's own, the role it belongs to. */
export interface Plan {
  side: Side;
  ownerRole: string | null;
  id: number;
  /** Values that a grant narrowed to some records asks for. */
  values?: Row;
}

export interface Town {
  callers: Caller[];
  tables: Map<string, Table>;
  /** Ids of the areas named in `SIDES`. */
  areaIds: Record<Side | 'community', number>;
  accounts: Record<string, Account>;
  strangers: Account[];
}

/** The role and the column that make a record somebody's own. */
export const ownersOf = (access: CollectionAccess | undefined): [role: string, column: string][] =>
  Object.entries(access?.grants ?? {}).flatMap(([role, grant]) => {
    const column = grant.ownerField ?? access?.ownerField;
    return [grant.reach, grant.changeReach ?? grant.reach].flat().includes('own') && column
      ? [[role, column] as [string, string]]
      : [];
  });

/** Leaves the database to the next test file as `reset` promises. */
export async function leaveTown(): Promise<void> {
  await clearTown([...app().db.collections.keys()].filter((name) => name.startsWith('hx')));
  await reset();
  await restoreConstraints();
}

export async function buildTown(): Promise<Town> {
  await registerPlaces();
  await leaveTown();
  const accounts = await makeAccounts();
  appointEvaluator(accounts.twoAreas.id, [WEST]);
  const strangers = await Promise.all(Array.from({ length: 6 }, () => makeUser(['member'])));
  const declarations = declarationsOf();
  const collections = [...app().db.collections.values()].filter(({ name }) => name.startsWith('hx'));
  const plans = new Map(collections.map((each) => [each.name, plansOf(each, declarations.get(each.name))]));
  const areaIds = { east: 0, west: 0, community: 0 };
  const town: Town = { callers: [], tables: new Map(), areaIds, accounts, strangers };
  const generated = new Map<string, Row[]>();
  const areas = FIXTURES.hxAreas(town);
  areaIds.east = Number(areas.find(({ code }) => code === SIDES.east)?.id);
  areaIds.west = Number(areas.find(({ code }) => code === SIDES.west)?.id);
  areaIds.community = Number(areas.find(({ code }) => code === EAST)?.id);
  generated.set('hxAreas', areas);
  plans.set(
    'hxAreas',
    (['east', 'west'] as const).map((side) => ({ side, ownerRole: null, id: areaIds[side] })),
  );
  for (const collection of collections) {
    if (generated.has(collection.name)) continue;
    const access = declarations.get(collection.name);
    const rows = plans
      .get(collection.name)!
      .map((plan, index) => rowOf({ collection, access, plan, index, plans, town }));
    generated.set(collection.name, [...rows, ...(FIXTURES[collection.name]?.(town) ?? [])]);
  }
  for (const [name, rows] of linksOf(collections, plans)) generated.set(name, rows);
  await restConstraints();
  await insertRows(generated);
  for (const collection of collections) {
    const key = columnsOf(collection).find((name) => name === collection.model.primaryKeyAttribute) ?? null;
    town.tables.set(collection.name, {
      collection,
      name: collection.name,
      access: declarations.get(collection.name),
      key,
      rows: await readRows(collection.name),
    });
  }
  town.callers = await callersOf(accounts);
  return town;
}

const OWNERS = ['hx-unit', 'hx-member', 'hx-social-org', 'hx-expert', 'hx-evaluator', 'hx-resident'] as const;

async function makeAccounts(): Promise<Record<string, Account>> {
  const roles: Record<string, readonly string[]> = {
    nothing: ['member'],
    city: ['hx-city'],
    east: ['hx-official'],
    noPost: ['hx-official'],
    ended: ['hx-official'],
    twoAreas: ['hx-official', 'hx-evaluator'],
    ...Object.fromEntries(OWNERS.map((role) => [role, [role]])),
  };
  const accounts: Record<string, Account> = {};
  for (const [name, list] of Object.entries(roles)) accounts[name] = await makeUser(list);
  // who owns records of these roles: those of the callers that come first
  Object.assign(accounts, { 'hx-city': accounts.city, 'hx-official': accounts.east });
  return accounts;
}

async function callersOf(accounts: Record<string, Account>): Promise<Caller[]> {
  const caller = async (
    name: string,
    account: Account,
    role: string,
    areas: Caller['areas'] = {},
    roles: readonly string[] = [role],
  ): Promise<Caller> => ({ name, client: await signIn(account, role), userId: account.id, roles, areas });
  const both = { 'hx-official': [EAST], 'hx-evaluator': [WEST] };
  return [
    nobody(),
    await caller('a user without a role of the pack', accounts.nothing, 'member'),
    await caller('hx-city', accounts.city, 'hx-city'),
    await caller('hx-official of the east', accounts.east, 'hx-official', { 'hx-official': [EAST] }),
    await caller('hx-official without a post', accounts.noPost, 'hx-official'),
    await caller('hx-official whose term ended yesterday', accounts.ended, 'hx-official'),
    await caller('posts in two areas, as hx-official', accounts.twoAreas, 'hx-official', both),
    await caller('posts in two areas, as hx-evaluator', accounts.twoAreas, 'hx-evaluator', both),
    await caller('posts in two areas, both roles at once', accounts.twoAreas, '__union__', both, [
      'hx-official',
      'hx-evaluator',
    ]),
    ...(await Promise.all(OWNERS.map((role) => caller(role, accounts[role], role)))),
  ];
}

function plansOf(collection: Collection, access: CollectionAccess | undefined): Plan[] {
  if ((collection.options as { isThrough?: boolean }).isThrough) return [];
  const roles = [...new Set(ownersOf(access).map(([role]) => role))];
  return [
    { side: 'east', ownerRole: null, id: nextId() },
    { side: 'west', ownerRole: null, id: nextId() },
    // in the west, so that owning it is the only way to it
    ...roles.map((ownerRole): Plan => ({ side: 'west', ownerRole, id: nextId() })),
    ...narrowingsOf(access).flatMap((values) =>
      (['east', 'west'] as const).map((side): Plan => ({ side, ownerRole: null, id: nextId(), values })),
    ),
  ];
}

/** For every condition that narrows a grant, values that meet it. */
function narrowingsOf(access: CollectionAccess | undefined): Row[] {
  const found = new Map<string, Row>();
  for (const { only } of Object.values(access?.grants ?? {})) {
    if (!only) continue;
    const values = Object.fromEntries(Object.keys(only).map((column) => [column, valuesOf(only, column)[0]]));
    found.set(JSON.stringify(values), values);
  }
  return [...found.values()];
}

interface RowTask {
  collection: Collection;
  access: CollectionAccess | undefined;
  plan: Plan;
  index: number;
  plans: ReadonlyMap<string, Plan[]>;
  town: Town;
}

function rowOf({ collection, access, plan, index, plans, town }: RowTask): Row {
  const columns = new Set(columnsOf(collection));
  const row: Row = {};
  const references = new Map(
    fieldsOf(collection)
      .filter((field) => field.type === 'belongsTo' && field.options.foreignKey)
      .map((field) => [field.options.foreignKey as string, field]),
  );
  for (const field of fieldsOf(collection)) {
    if (!columns.has(field.name) || references.has(field.name)) continue;
    row[field.name] = valueFor(field, access?.personalFields?.[field.name]);
  }
  [...references].forEach(([column, field], order) => {
    if (!columns.has(column)) return;
    if (field.target === 'users') row[column] = town.strangers[(index + order) % town.strangers.length].id;
    else row[column] = referenceTo(plans.get(field.target as string) ?? [], plan, order);
  });
  for (const [role, column] of ownersOf(access)) {
    if (plan.ownerRole === role) row[column] = town.accounts[role].id;
    else if (plan.ownerRole === null) row[column] = town.strangers[index % town.strangers.length].id;
    else if (row[column] === town.accounts[plan.ownerRole]?.id) continue;
    else row[column] = town.strangers[(index + 2) % town.strangers.length].id;
  }
  const areaField = access?.areaField === undefined ? 'areaCode' : access.areaField;
  if (areaField && columns.has(areaField)) row[areaField] = SIDES[plan.side];
  if (columns.has('areaId')) row.areaId = town.areaIds[plan.side];
  const key = collection.model.primaryKeyAttribute;
  row[key] =
    (collection.model.rawAttributes[key]?.type as { key?: string })?.key === 'STRING'
      ? valueFor({ name: key, type: 'string', options: {} }, undefined)
      : plan.id;
  for (const column of ['createdAt', 'updatedAt']) if (columns.has(column)) row[column] = new Date();
  for (const column of ['createdById', 'updatedById']) if (columns.has(column)) row[column] = town.strangers[0].id;
  Object.assign(row, plan.values);
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

/** Every second reference points across the border of the communities. */
function referenceTo(targets: readonly Plan[], { side, id }: Plan, order: number): number | null {
  const wanted = order % 2 === 0 ? side : side === 'east' ? 'west' : 'east';
  const found = targets.find((target) => target.side === wanted && target.id !== id && target.ownerRole === null);
  return found?.id ?? targets.find((target) => target.id !== id)?.id ?? null;
}

/** Rows of link tables: each record of the east with one of its own side and one of the other. */
function linksOf(collections: readonly Collection[], plans: ReadonlyMap<string, Plan[]>): Map<string, Row[]> {
  const links = new Map<string, Map<string, Row>>();
  for (const collection of collections) {
    for (const field of fieldsOf(collection)) {
      const { through, foreignKey, otherKey } = field.options;
      if (!TO_MANY.has(field.type) || !through?.startsWith('hx') || !foreignKey || !otherKey) continue;
      const rows = links.get(through) ?? new Map<string, Row>();
      for (const source of plans.get(collection.name) ?? []) {
        for (const target of (plans.get(field.target as string) ?? []).slice(0, 2)) {
          const now = new Date();
          rows.set(`${source.id}-${target.id}`, {
            [foreignKey]: source.id,
            [otherKey]: target.id,
            createdAt: now,
            updatedAt: now,
          });
        }
      }
      links.set(through, rows);
    }
  }
  return new Map([...links].map(([name, rows]) => [name, [...rows.values()]]));
}
