/** A misspelt name in a declaration is refused when it is loaded; in `hidden` it would open the field it means. */
import { app } from '@test/server/harness';
import type { CollectionAccess } from '../../domain';
import { checkDeclaredNames } from '../grants/declared-names';

const NEEDS: CollectionAccess = {
  collection: 'hxPersons',
  labelFields: ['name'],
  personalFields: { phone: 'phone' },
  anonymize: ['name'],
  serverFields: ['areaCode'],
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', hidden: ['note', 'userId'], create: ['name'], update: ['area'], reveal: ['phone'] },
    'hx-official': { reach: 'area', view: ['name'], only: { $or: [{ 'area.code': '1' }, { name: { $ne: 'x' } }] } },
  },
};
const check = (changes: Partial<CollectionAccess>) => () =>
  checkDeclaredNames({ ...NEEDS, ...changes }, app().db.getCollection('hxPersons'));
const granted = (grant: Record<string, unknown>) => check({ grants: { 'hx-city': { reach: 'all', ...grant } } });

it('takes names of fields, columns and paths', () => {
  expect(check({})).not.toThrow();
});

it.each(['hidden', 'view', 'create', 'update', 'reveal'])('refuses a misspelt name in %s', (list) => {
  expect(granted({ [list]: ['name', 'trackingHahs'] })).toThrow(
    `access to hxPersons: it has no field "trackingHahs" (hx-city.${list})`,
  );
});

it.each([
  ['labelFields', { labelFields: ['nmae'] }],
  ['anonymize', { anonymize: ['nmae'] }],
  ['serverFields', { serverFields: ['nmae'] }],
  ['personalFields', { personalFields: { nmae: 'name' } }],
  ['ownerField', { ownerField: 'nmae' }],
] as const)('refuses one in %s', (where, changes) => {
  expect(check(changes)).toThrow(`"nmae" (${where})`);
});

it('refuses one in a condition, however deep', () => {
  expect(granted({ only: { $and: [{ name: 'x' }, { $or: [{ 'stete.$in': [1] }] }] } })).toThrow(
    '"stete" (hx-city.only)',
  );
});
