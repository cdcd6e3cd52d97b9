import type { RegisterValues } from '../requests/register';

export type StepKey = 'who' | 'work' | 'home' | 'service' | 'consent';

export interface RegisterStep {
  key: StepKey;
  /** Key of the locale files. */
  title: string;
  /** What has to be filled before going on; the server asks for the same again. */
  needs: readonly (keyof RegisterValues)[];
}

/** One screen each; the home is asked on a screen of its own, because it is found in several steps. */
export const REGISTER_STEPS: readonly RegisterStep[] = [
  { key: 'who', title: '您是谁', needs: ['personName', 'phone'] },
  { key: 'work', title: '工作单位', needs: ['unit'] },
  { key: 'home', title: '居住地', needs: ['home'] },
  { key: 'service', title: '服务意向', needs: [] },
  { key: 'consent', title: '核对提交', needs: [] },
];

/** Fields of a step that are still empty. */
export function missingIn(step: RegisterStep, values: RegisterValues): (keyof RegisterValues)[] {
  return step.needs.filter((field) => {
    const value = values[field];
    return value === null || (typeof value === 'string' && value.trim() === '');
  });
}

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
};

/** What is known already, over blanks. */
export function startingWith(known: { [Key in keyof RegisterValues]?: RegisterValues[Key] | null }): RegisterValues {
  const filled = Object.entries(known).filter(([, value]) => value !== null && value !== undefined);
  return { ...EMPTY_VALUES, ...Object.fromEntries(filled) };
}
