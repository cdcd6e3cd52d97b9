import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOVERNANCE_REASON_LABELS, GOVERNANCE_RULE_REASONS } from '../governance';
import { describeReason, joinReasons, MECHANISM_REASONS } from '../mechanism';
import { REGISTRATION_RULE_REASONS } from '../registration';
import { REVIEW_REASON_LABELS, REVIEW_RULE_REASONS } from '../review';
import { provocations } from './support/provocations';

const SOURCES = join(__dirname, '..');
const TEXTS = joinReasons(MECHANISM_REASONS, REVIEW_RULE_REASONS, GOVERNANCE_RULE_REASONS, REGISTRATION_RULE_REASONS);
const WORDS = { texts: TEXTS, labels: { ...GOVERNANCE_REASON_LABELS, ...REVIEW_REASON_LABELS } };
const catalogued = Object.keys(TEXTS).sort();

const emitted = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('__tests__'))
  .flatMap((file) => [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/\breason\(\s*'([A-Z_]+)'/g)])
  .map(([, code]) => code);

const placeholders = (template: string): string[] =>
  [...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, param]) => param).sort();

describe('the catalogue of reasons', () => {
  it('holds every code the rules emit, and none they do not', () => {
    expect([...new Set(emitted)].sort()).toEqual(catalogued);
  });

  it.each(Object.entries(TEXTS))('says %s in both languages, naming the same things', (code, { zh, en }) => {
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
        expect(describeReason(provoked, language, WORDS)).not.toMatch(/\{\{|undefined|NaN/);
      }
    }
  });
});
