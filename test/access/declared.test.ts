/** A collection joins by declaration: scope, owner, personal fields and retention of every one are said, or this fails. */
import { app } from '../server/harness';
import { declarationsOf } from './support/places';
import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { columnsOf, fieldsOf, type FieldLike } from './support/values';

/** Names under which people's data usually lies. */
const LOOKS_PERSONAL =
  /phone|mobile|email|idNumber|identity|doorNumber|address|headName|contactName|birth|bankAccount|wechat/i;

/** Looks personal and is not: addresses of estates and of offices; a year of birth alone points to nobody. */
const NOT_PERSONAL = new Set(['hxAreas.address', 'hxUnits.address', 'hxPersons.birthYear']);

/** Collections that other tests of this process define for themselves. */
const isOfTests = (name: string) => /^hx(Test|Matrix)/.test(name);

const collections = () =>
  [...app().db.collections.values()].filter(({ name }) => name.startsWith('hx') && !isOfTests(name));
const declarations = () => [...declarationsOf().values()].filter(({ collection }) => !isOfTests(collection));
const named = (names: string[]) => names.sort().join(', ');

it('is declared by its plugin, link tables and bookkeeping included', () => {
  const declared = declarationsOf();
  expect(collections().length).toBeGreaterThan(15);
  expect(named(collections().flatMap(({ name }) => (declared.has(name) ? [] : [name])))).toBe('');
});

it('says where its records lie, or that they lie nowhere', () => {
  const wrong = declarations().filter(({ collection, areaField, ownerField, scope }) => {
    const columns = columnsOf(app().db.getCollection(collection));
    const area = areaField === undefined ? 'areaCode' : areaField;
    if (area !== null && !columns.includes(area)) return true;
    if (ownerField && !columns.includes(ownerField)) return true;
    // A collection with neither place nor owner is open to whole roles: that has to be said in so many words.
    return area === null && !ownerField && scope === undefined;
  });
  expect(named(wrong.map(({ collection }) => collection))).toBe('');
});

it('reaches only by columns it has', () => {
  const wrong = declarations().flatMap(({ collection, ownerField, areaField, grants }) =>
    Object.entries(grants).flatMap(([role, grant]) => {
      const columns = columnsOf(app().db.getCollection(collection));
      const reaches = [grant.reach, grant.changeReach ?? []].flat();
      const owner = grant.ownerField ?? ownerField;
      const isOwnable = !reaches.includes('own') || (Boolean(owner) && columns.includes(owner!));
      const isPlaced = !reaches.includes('area') || areaField !== null;
      return isOwnable && isPlaced ? [] : [`${collection}/${role}`];
    }),
  );
  expect(named(wrong)).toBe('');
});

it('declares every field that looks personal', () => {
  // what no role sees and NocoBase itself never answers has no mask to declare
  const isKeptBack = ({ name, options }: FieldLike, grants: CollectionAccess['grants']) =>
    options.hidden === true && Object.values(grants).every(({ hidden, view }) => !view && hidden?.includes(name));
  const undeclared = declarations().flatMap(({ collection, personalFields, scope, grants }) =>
    fieldsOf(app().db.getCollection(collection))
      .filter((field) => !isKeptBack(field, grants))
      .filter(({ name, type }) => scope !== 'internal' && LOOKS_PERSONAL.test(name) && type !== 'belongsTo')
      .map(({ name }) => name)
      .filter((name) => !personalFields?.[name] && !NOT_PERSONAL.has(`${collection}.${name}`))
      .map((name) => `${collection}.${name}`),
  );
  expect(named(undeclared)).toBe('');
  const unknown = declarations().flatMap(({ collection, personalFields }) =>
    Object.keys(personalFields ?? {})
      .filter((name) => !app().db.getCollection(collection).hasField(name))
      .map((name) => `${collection}.${name}`),
  );
  expect(named(unknown)).toBe('');
});

it('says how long its records are kept', () => {
  const silent = declarations().filter(
    ({ retentionMonths }) => retentionMonths !== null && !(Number.isInteger(retentionMonths) && retentionMonths > 0),
  );
  expect(named(silent.map(({ collection }) => collection))).toBe('');
});

it('opens the server’s own tables to no role', () => {
  const open = declarations().filter(({ scope, grants }) => scope === 'internal' && Object.keys(grants).length > 0);
  expect(named(open.map(({ collection }) => collection))).toBe('');
});
