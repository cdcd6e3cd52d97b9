import { areLoadLimits, loadState, suggestCommunities, wouldOverload, type CommunityLoad } from '..';

const limits = { units: 10, members: 200 };
const load = (code: string, change: Partial<CommunityLoad> = {}): CommunityLoad => ({
  code,
  units: 2,
  members: 50,
  needs: 0,
  openPlaces: 0,
  ...change,
});

it('is full at the limit and over it beyond, by units or members', () => {
  expect(loadState(load('1'), limits)).toBe('room');
  expect(loadState(load('1', { units: 10 }), limits)).toBe('full');
  expect(loadState(load('1', { members: 201 }), limits)).toBe('over');
  expect(loadState(load('1', { units: 999 }), { units: 0, members: 0 })).toBe('room');
});

it('warns before the unit or member that is one too many', () => {
  expect(wouldOverload(load('1', { units: 9 }), limits)).toBe(false);
  expect(wouldOverload(load('1', { units: 10 }), limits)).toBe(true);
  expect(wouldOverload(load('1', { members: 199 }), limits, 'members')).toBe(false);
  expect(wouldOverload(load('1', { members: 200 }), limits, 'members')).toBe(true);
  expect(wouldOverload(load('1', { members: 999 }), { units: 1, members: 0 }, 'members')).toBe(false);
});

it('proposes the same street first, then needs, then room, and never a full one', () => {
  const loads = [
    load('370681001001', { units: 12 }),
    load('370681001002', { units: 10, needs: 99 }),
    load('370681001003', { units: 5 }),
    load('370681001004', { units: 1 }),
    load('370681001005', { units: 8, needs: 3 }),
    load('370681002001', { needs: 50 }),
  ];
  expect(suggestCommunities('370681001001', loads, limits, 4).map(({ code }) => code)).toEqual([
    '370681001005',
    '370681001004',
    '370681001003',
    '370681002001',
  ]);
});

it('proposes to members where there is room for members', () => {
  const loads = [load('370681001001', { members: 200 }), load('370681001002', { members: 200 }), load('370681001003')];
  expect(suggestCommunities('370681001001', loads, limits, 3, 'members').map(({ code }) => code)).toEqual([
    '370681001003',
  ]);
});

it('takes whole limits only', () => {
  expect([areLoadLimits(limits), areLoadLimits({ units: -1, members: 1 }), areLoadLimits(null)]).toEqual([
    true,
    false,
    false,
  ]);
});
