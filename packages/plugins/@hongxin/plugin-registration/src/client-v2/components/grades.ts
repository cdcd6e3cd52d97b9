import type { Language } from '@hongxin/plugin-foundation/client-v2';
import { DEFAULT_FEEDBACK_RUBRIC, EXEMPT_GRADE } from '@hongxin/rules/registration';

const GRADES = [...DEFAULT_FEEDBACK_RUBRIC.grades, EXEMPT_GRADE];

/** A grade as people read it. */
export function gradeText(code: string | null, language: Language): string {
  return GRADES.find((grade) => grade.code === code)?.[language] ?? code ?? '';
}
