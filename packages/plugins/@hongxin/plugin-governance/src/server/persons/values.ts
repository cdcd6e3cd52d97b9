import { chinaYear, checkPhone, cleanName, normalizePhone, reasonsOf } from '@hongxin/rules/mechanism';
import { checkBirthYear } from '@hongxin/rules/governance';
import { clock, textOf, touches, type Candidate } from '@hongxin/plugin-foundation';

/** A name is kept in one spelling of what people see: whoever is looked for by it is found. */
export const cleanNames =
  (field: string) =>
  async (candidates: readonly Candidate[]): Promise<void> => {
    for (const { record, set } of candidates) {
      const name = textOf(record, field);
      if (name === null || !touches(record, field)) continue;
      const clean = cleanName(name);
      if (clean !== record.get(field)) set(field, clean);
    }
  };

/** A phone number is one that exists, kept the way it is compared and dialled. */
export const checkPhones =
  (field: string) =>
  async (candidates: readonly Candidate[]): Promise<void> => {
    for (const { record, refuse, set } of candidates) {
      const phone = textOf(record, field);
      if (phone === null || !touches(record, field)) continue;
      refuse(...reasonsOf(checkPhone(phone, field)));
      const plain = normalizePhone(phone);
      if (plain !== record.get(field)) set(field, plain);
    }
  };

/** Nobody is born in a year to come. */
export async function checkBirthYears(candidates: readonly Candidate[]): Promise<void> {
  const thisYear = chinaYear(clock.now());
  for (const { record, refuse } of candidates) {
    const year = textOf(record, 'birthYear');
    if (year !== null && touches(record, 'birthYear')) refuse(...reasonsOf(checkBirthYear(Number(year), thisYear)));
  }
}
