import { reasonsOf, type Verdict } from '../../mechanism';
import {
  checkCoveredAreas,
  checkHubHouseholds,
  checkOrganizationArea,
  checkOrganizationParent,
  FORMATIONS,
  ORGANIZATION_LEVELS,
  organizationAreaLevel,
  type OrganizationLevel,
} from '..';

const first = (answer: Verdict): string | undefined => reasonsOf(answer)[0]?.code;

describe('the five levels of party organisations', () => {
  it('sit at street, community, estate, building and unit', () => {
    expect(ORGANIZATION_LEVELS.map(organizationAreaLevel)).toEqual([
      'street',
      'community',
      'estate',
      'building',
      'unit',
    ]);
  });

  it('accept exactly the level above as parent, and none at the top', () => {
    for (const level of ORGANIZATION_LEVELS) {
      for (const parent of [null, ...ORGANIZATION_LEVELS]) {
        const expected = ORGANIZATION_LEVELS[ORGANIZATION_LEVELS.indexOf(level) - 1] ?? null;
        expect(checkOrganizationParent(level, parent).ok).toBe(parent === expected);
      }
    }
  });

  it('say what is wrong with a parent', () => {
    expect(first(checkOrganizationParent('streetCommittee', 'estateBranch'))).toBe('ORGANIZATION_PARENT_NOT_ALLOWED');
    expect(first(checkOrganizationParent('estateBranch', null))).toBe('ORGANIZATION_PARENT_REQUIRED');
    expect(first(checkOrganizationParent('estateBranch', 'streetCommittee'))).toBe('ORGANIZATION_PARENT_LEVEL');
    expect(first(checkOrganizationParent('cell' as OrganizationLevel, null))).toBe('ORGANIZATION_LEVEL_UNKNOWN');
  });

  it('have their home in an area of their own level', () => {
    expect(checkOrganizationArea('buildingGroup', 'building')).toEqual({ ok: true });
    expect(first(checkOrganizationArea('buildingGroup', 'estate'))).toBe('ORGANIZATION_AREA_LEVEL');
    expect(first(checkOrganizationArea('cell' as OrganizationLevel, 'city'))).toBe('ORGANIZATION_LEVEL_UNKNOWN');
  });
});

describe('formation of an estate branch', () => {
  it('covers several areas only when joint or integrated', () => {
    const several = FORMATIONS.filter(({ code }) => checkCoveredAreas(code, 2).ok).map(({ code }) => code);
    expect(several).toEqual(['joint', 'integrated']);
    expect(FORMATIONS.every(({ code }) => checkCoveredAreas(code, 1).ok)).toBe(true);
  });
});

describe('households of a member hub', () => {
  it('are five to ten, both included; outside is a warning', () => {
    expect([4, 5, 10, 11].map((count) => first(checkHubHouseholds(count)))).toEqual([
      'HUB_HOUSEHOLDS_BELOW',
      undefined,
      undefined,
      'HUB_HOUSEHOLDS_ABOVE',
    ]);
  });

  it('follow the bounds an administrator sets', () => {
    expect(checkHubHouseholds(12, { min: 8, max: 12 })).toEqual({ ok: true });
  });
});
