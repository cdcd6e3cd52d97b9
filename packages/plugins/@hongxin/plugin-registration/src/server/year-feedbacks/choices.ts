import type { Choice } from '@hongxin/plugin-foundation';
import { DEFAULT_FEEDBACK_RUBRIC, EXEMPT_GRADE } from '@hongxin/rules/registration';

const COLOURS: Readonly<Record<string, string>> = {
  excellent: 'red',
  good: 'green',
  qualified: 'blue',
  toImprove: 'orange',
  exempt: 'default',
};

/** Grades of the default rubric; an administrator who adds a grade to the rubric adds it to the field as well. */
export const FEEDBACK_GRADE_CHOICES: readonly Choice[] = [...DEFAULT_FEEDBACK_RUBRIC.grades, EXEMPT_GRADE].map(
  ({ code, zh }) => ({ value: code, label: zh, color: COLOURS[code] }),
);

export const FEEDBACK_SUBJECT_CHOICES: readonly Choice[] = [
  { value: 'member', label: '党员', color: 'red' },
  { value: 'unit', label: '单位', color: 'blue' },
];
