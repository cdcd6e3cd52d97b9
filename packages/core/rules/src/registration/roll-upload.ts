import { isBlank } from '../mechanism/blank';
import { checkPhone, normalizePhone } from '../mechanism/phone';
import { reasonsOf, type Reason } from '../mechanism/reason';
import { reason } from './reasons';
import { cleanName, seenAs } from '../mechanism/seen-text';

/** A row of the roll that a unit uploads, as typed. */
export interface RollRow {
  /** Number of the row in the sheet. */
  row: number;
  personName: string;
  phone: string;
  position: string;
  estate: string;
  building: string;
  doorNumber: string;
  skills: string;
  serviceIntentions: string;
  availableTimes: string;
  /** 是 when the member has signed the privacy notice. */
  consent: string;
}

/** What a row says, with its choices as codes. */
export interface RollValues {
  personName: string;
  phone: string;
  position: string | null;
  doorNumber: string | null;
  skills: string[];
  serviceIntentions: string[];
  availableTimes: string[];
}

/** Codes of choices by their labels. */
export type ChoiceLabels = ReadonlyMap<string, string>;

export interface RollChoices {
  skills: ChoiceLabels;
  serviceIntentions: ChoiceLabels;
  availableTimes: ChoiceLabels;
}

/** Columns that cannot be empty [default]: what a member's own registration asks for. */
export const ROLL_REQUIRED = ['personName', 'phone', 'estate', 'building'] as const;
const CHOICE_COLUMNS = ['skills', 'serviceIntentions', 'availableTimes'] as const;
const SEPARATORS = /[,，、;；\n]/;
const YES = new Set(['是', 'Y', 'y', 'yes', '已签', '√']);

/** Reads a row and says everything that is wrong with it by itself. */
export function readRollRow(row: RollRow, choices: RollChoices): { values: RollValues; reasons: Reason[] } {
  const missing = ROLL_REQUIRED.filter((field) => isBlank(row[field])).map((field) =>
    field === 'estate' || field === 'building' ? 'homeAreaId' : field,
  );
  const reasons: Reason[] = [...new Set(missing)].map((field) => reason('FIELD_REQUIRED', {}, field));
  if (!isBlank(row.phone)) reasons.push(...reasonsOf(checkPhone(row.phone)));
  const codes = { skills: [] as string[], serviceIntentions: [] as string[], availableTimes: [] as string[] };
  for (const column of CHOICE_COLUMNS) {
    for (const label of labelsOf(row[column])) {
      const code = choices[column].get(label) ?? choiceSeen(choices[column], label);
      if (code === undefined) reasons.push(reason('ROLL_CHOICE_UNKNOWN', { label }, column));
      else if (!codes[column].includes(code)) codes[column].push(code);
    }
  }
  // nobody's data is uploaded behind their back (PIPL art. 13, 29)
  if (!YES.has(row.consent.trim())) reasons.push(reason('ROLL_CONSENT_MISSING', {}, 'consentVersion'));
  const values = {
    personName: cleanName(row.personName),
    phone: normalizePhone(row.phone),
    position: row.position.trim() || null,
    doorNumber: row.doorNumber.trim() || null,
    ...codes,
  };
  return { values, reasons };
}

/** Rows that name the same person a second time: same name and phone. @returns the reason, by the row's place in the list */
export function repeatedRows(rows: readonly Pick<RollRow, 'row' | 'personName' | 'phone'>[]): Map<number, Reason> {
  const first = new Map<string, number>();
  const repeated = new Map<number, Reason>();
  rows.forEach((row, index) => {
    if (isBlank(row.personName) || isBlank(row.phone)) return;
    const key = rollKey(row.personName, row.phone);
    const before = first.get(key);
    if (before === undefined) first.set(key, row.row);
    else repeated.set(index, reason('ROLL_ROW_TWICE', { first: before }, 'personName'));
  });
  return repeated;
}

/** What one person is told from another by, where nobody has an account yet. */
export const rollKey = (personName: string, phone: string): string =>
  `${cleanName(personName)}/${normalizePhone(phone)}`;

/** The choice whose label looks the same. */
const choiceSeen = (choices: ChoiceLabels, label: string): string | undefined =>
  [...choices].find(([each]) => seenAs(each) === seenAs(label))?.[1];

function labelsOf(cell: string): string[] {
  return cell
    .split(SEPARATORS)
    .map((label) => label.trim())
    .filter((label) => label !== '');
}
