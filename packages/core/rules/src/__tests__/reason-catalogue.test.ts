import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeReason, REASON_CODES } from '..';
import { provocations } from './support/provocations';

const SOURCES = join(__dirname, '..');
const catalogued = Object.keys(REASON_CODES).sort();

const emitted = readdirSync(SOURCES)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/\breason\(\s*'([A-Z_]+)'/g)])
  .map(([, code]) => code);

const placeholders = (template: string): string[] =>
  [...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, param]) => param).sort();

describe('the catalogue of reasons', () => {
  it('holds every code the rules emit, and none they do not', () => {
    expect([...new Set(emitted)].sort()).toEqual(catalogued);
  });

  it.each(Object.entries(REASON_CODES))('says %s in both languages, naming the same things', (code, { zh, en }) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(en).toMatch(/^[^\p{Script=Han}]+\.$/u);
    expect(placeholders(zh)).toEqual(placeholders(en));
  });

  it('is provoked as a whole by the cases below', () => {
    const provoked = provocations().map(({ code }) => code);
    expect([...new Set(provoked)].sort()).toEqual(catalogued);
  });

  it('never leaves a placeholder in a sentence a person reads', () => {
    for (const provoked of provocations()) {
      for (const language of ['zh', 'en'] as const) {
        expect(describeReason(provoked, language)).not.toMatch(/\{\{|undefined|NaN/);
      }
    }
  });
});
