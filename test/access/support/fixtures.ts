/** Records that cannot be made from a collection's fields alone: the tree of areas, and the posts of the callers. */
import type { Account } from './callers';
import { nextId, nextMark, nextPhone } from './values';
import type { Town } from './town';
import type { Row } from './tables';

const CODES: readonly [code: string, level: string][] = [
  ['370681', 'city'],
  ['370681001', 'street'],
  ['370681001001', 'community'],
  ['370681001002', 'community'],
  ['370681001001001', 'estate'],
  ['370681001002001', 'estate'],
];

/** Rows by collection, beside what the factory makes. */
export const FIXTURES: Readonly<Record<string, (town: Town) => Row[]>> = {
  hxAreas: ({ strangers }) => {
    const ids = new Map(CODES.map(([code]) => [code, nextId()]));
    return CODES.map(([code, level]) => ({
      id: ids.get(code),
      code,
      level,
      parentId: ids.get(code.slice(0, -3)) ?? null,
      name: nextMark(),
      address: nextMark(),
      description: nextMark(),
      createdAt: new Date(),
      updatedAt: new Date(),
      createdById: strangers[0].id,
    }));
  },
  hxPersons: (town) => appointments(town).map(({ person }) => person),
  hxPosts: (town) => appointments(town).map(({ post }) => post),
  hxPostTypes: () => [
    { id: POST_TYPE, code: 'matrixOfficial', title: nextMark(), level: 'community', grantsRole: 'hx-official' },
  ],
};

const POST_TYPE = nextId();
const memory = new WeakMap<Town, { person: Row; post: Row }[]>();

function appointments(town: Town): { person: Row; post: Row }[] {
  let made = memory.get(town);
  if (!made) {
    const yesterday = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(Date.now() - 86_400_000);
    made = [
      appoint(town, town.accounts.east, null),
      appoint(town, town.accounts.ended, yesterday),
      appoint(town, town.accounts.twoAreas, null),
    ];
    memory.set(town, made);
  }
  return made;
}

function appoint(town: Town, account: Account, endsOn: string | null): { person: Row; post: Row } {
  const id = nextId();
  const common = {
    areaId: town.areaIds.community,
    areaCode: '370681001001',
    createdAt: new Date(),
    updatedAt: new Date(),
  };
  return {
    person: { ...common, id, name: nextMark(), phone: nextPhone(), userId: account.id },
    post: {
      ...common,
      id: nextId(),
      personId: id,
      postTypeId: POST_TYPE,
      startsOn: '2020-01-01',
      endsOn,
      note: nextMark(),
    },
  };
}
