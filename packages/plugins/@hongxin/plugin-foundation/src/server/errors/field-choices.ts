import type { Field } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';

const ONE = new Set(['select', 'radioGroup']);
const SEVERAL = new Set(['multipleSelect', 'checkboxGroup']);
/** How many of the choices a message names. */
const NAMED = 20;
const SHOWN_LENGTH = 40;

interface Complaint {
  code: string;
  params?: Reason['params'];
}
interface Choice {
  value: unknown;
  label?: unknown;
}

/**
 * A select takes what it offers, through every door: NocoBase asks that of its own form only, by offering nothing else. A
 * single choice is no choice but a consent, and its own rule knows more of it.
 * @param before what the row holds: a choice that is no longer there may stay
 */
export function choiceReason(field: Field | undefined, value: unknown, before: unknown): Complaint | undefined {
  const type = String(field?.options?.interface);
  const isSeveral = SEVERAL.has(type);
  if (!isSeveral && !ONE.has(type)) return undefined;
  const choices = choicesOf(field);
  if (needsList(field, value)) return { code: 'VALUE_NOT_A_LIST' };
  if (choices.length < 2 || value === '') return undefined;
  const held = listOf(before);
  const wrong = listOf(value).filter((each) => !isAmong(choices, each) && !held.includes(each));
  if (wrong.length === 0) return undefined;
  const labels = choices.slice(0, NAMED).map(({ value: code, label }) => String(label ?? code));
  const expected = labels.join('、') + (choices.length > NAMED ? '…' : '');
  const shown = typeof wrong[0] === 'object' ? JSON.stringify(wrong[0]) : String(wrong[0]);
  return { code: 'VALUE_NOT_A_CHOICE', params: { value: shown.slice(0, SHOWN_LENGTH), expected } };
}

/** Whether a value is none of a list, where the host sorts one before it saves: it fails at anything else. */
export function needsList(field: Field | undefined, value: unknown): boolean {
  if (Array.isArray(value) || value === null || value === undefined || value === '') return false;
  const { type, interface: input } = (field?.options ?? {}) as { type?: string; interface?: string };
  return type === 'array' || type === 'set' || SEVERAL.has(input ?? '');
}

const isAmong = (choices: readonly Choice[], value: unknown): boolean =>
  choices.some((choice) => choice.value === value);

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === null || value === undefined ? [] : [value];

function choicesOf(field: Field | undefined): Choice[] {
  const { enum: list } = (field?.options?.uiSchema ?? {}) as { enum?: readonly (Choice | string | number)[] };
  return (list ?? []).map((each) => (typeof each === 'object' ? each : { value: each }));
}
