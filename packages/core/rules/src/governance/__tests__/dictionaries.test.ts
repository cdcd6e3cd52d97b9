import { type DictionaryItem } from '../../mechanism';
import {
  BASIC_SERVICES,
  ESTATE_TYPES,
  FORMATIONS,
  GOVERNING_PERSON_KINDS,
  PROGRAMME_FIGURES,
  SERVICE_POST_CLASSES,
  STEWARD_CATEGORIES,
  UNIT_KINDS,
  VISIT_DUTIES,
} from '..';

const dictionaries: Record<string, readonly DictionaryItem[]> = {
  BASIC_SERVICES,
  ESTATE_TYPES,
  FORMATIONS,
  GOVERNING_PERSON_KINDS,
  SERVICE_POST_CLASSES,
  STEWARD_CATEGORIES,

  UNIT_KINDS,
  VISIT_DUTIES,
};

describe('dictionaries', () => {
  it.each(Object.entries(dictionaries))('%s has its own codes and both titles', (_, items) => {
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
    expect(new Set(items.map(({ zh }) => zh)).size).toBe(items.length);
    for (const { code, zh, en } of items) {
      expect(code).toMatch(/^[a-z][A-Za-z]*$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('have the numbers the article states', () => {
    expect(GOVERNING_PERSON_KINDS).toHaveLength(7);
    expect(VISIT_DUTIES).toHaveLength(12);
    expect(BASIC_SERVICES).toHaveLength(7);
    expect(SERVICE_POST_CLASSES).toHaveLength(8);
    expect(STEWARD_CATEGORIES.filter(({ group }) => group === 'fiveOld')).toHaveLength(5);
    expect(STEWARD_CATEGORIES.filter(({ group }) => group === 'fourNew')).toHaveLength(4);
  });

  it('call seed only what the article names', () => {
    expect(GOVERNING_PERSON_KINDS.filter(({ source }) => source === 'seed').map(({ zh }) => zh)).toEqual([
      '网格长',
      '楼长',
      '业委会负责人',
    ]);
    expect(VISIT_DUTIES.every(({ source }) => source === 'default')).toBe(true);
  });
});

describe('the programme’s figures', () => {
  it('are those of the article', () => {
    const { streets, communities, estateBranches, buildingGroups, stewards, inServiceMembers } = PROGRAMME_FIGURES;
    const figures = [streets, communities, estateBranches, buildingGroups, stewards, inServiceMembers];
    expect(figures.map(({ value }) => value)).toEqual([5, 39, 92, 245, 350, 4000]);
    expect(PROGRAMME_FIGURES.buildingFundCents.value).toBe(310_000_000);
  });

  it('are whole, and titled in both languages', () => {
    for (const { title, unit, value } of Object.values(PROGRAMME_FIGURES)) {
      expect(Number.isInteger(value)).toBe(true);
      expect([title.zh, title.en, unit.zh, unit.en].every((text) => text.length > 0)).toBe(true);
    }
  });
});
