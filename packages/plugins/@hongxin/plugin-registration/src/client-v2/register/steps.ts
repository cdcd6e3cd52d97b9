import type { OwnField, RegisterValues } from '../requests/register';

export type StepKey = 'who' | 'work' | 'home' | 'service' | 'own' | 'consent';

/** A field that a screen asks for: one of ours, or one of the administrator's own. */
export type Asked = keyof RegisterValues | `own.${string}`;

export interface RegisterStep {
  key: StepKey;
  /** Key of the locale files. */
  title: string;
  /** What has to be filled before going on; the server asks for the same again, except for the administrator's own. */
  needs: readonly Asked[];
}

/** One screen each; the home is asked on a screen of its own, because it is found in several steps. */
const STEPS: readonly RegisterStep[] = [
  { key: 'who', title: '您是谁', needs: ['personName', 'phone'] },
  { key: 'work', title: '工作单位', needs: ['unit'] },
  { key: 'home', title: '居住地', needs: ['home'] },
  { key: 'service', title: '服务意向', needs: [] },
  { key: 'own', title: '补充信息', needs: [] },
  { key: 'consent', title: '核对提交', needs: [] },
];

/** The screens, with one for the administrator's own fields where there are any. */
export function stepsWith(fields: readonly OwnField[]): RegisterStep[] {
  const required = fields.filter(({ required, kind }) => required && kind !== null);
  const needs = required.map(({ name }): Asked => `own.${name}`);
  return STEPS.filter(({ key }) => key !== 'own' || fields.length > 0).map((step) =>
    step.key === 'own' ? { ...step, needs } : step,
  );
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  return (typeof value === 'string' || Array.isArray(value)) && String(value).trim() === '';
}

/** Fields of a step that are still empty. */
export function missingIn(step: RegisterStep, values: RegisterValues): Asked[] {
  return step.needs.filter((field) =>
    isEmpty(field.startsWith('own.') ? values.own[field.slice(4)] : values[field as keyof RegisterValues]),
  );
}

/** Where the server's reasons belong. */
export function stepOfField(field: string | undefined, fields: readonly OwnField[]): StepKey | undefined {
  if (field === undefined) return undefined;
  return fields.some(({ name }) => name === field) ? 'own' : STEP_OF_FIELD[field];
}

const STEP_OF_FIELD: Readonly<Record<string, StepKey>> = {
  personName: 'who',
  phone: 'who',
  unitId: 'work',
  homeAreaId: 'home',
  consentVersion: 'consent',
};

export const EMPTY_VALUES: RegisterValues = {
  personName: '',
  phone: '',
  unit: null,
  position: '',
  home: null,
  doorNumber: '',
  skills: [],
  serviceIntentions: [],
  availableTimes: [],
  own: {},
};

/** What is known already, over blanks. */
export function startingWith(known: { [Key in keyof RegisterValues]?: RegisterValues[Key] | null }): RegisterValues {
  const filled = Object.entries(known).filter(([, value]) => value !== null && value !== undefined);
  return { ...EMPTY_VALUES, ...Object.fromEntries(filled) };
}
