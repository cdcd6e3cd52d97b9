import { textOf, touches, type Candidate, type RecordRule } from '@hongxin/plugin-foundation';
import { commonReason } from './reasons';

/** Refuses a code outside the choices that other rules reckon with; free choices stay the administrator's. */
export function knownChoice(field: string, choices: readonly { value: string }[]): RecordRule {
  const values = choices.map((choice) => choice.value);
  return async (candidates: readonly Candidate[]) => {
    for (const candidate of candidates) {
      const value = textOf(candidate.record, field);
      if (value === null || !touches(candidate.record, field) || values.includes(value)) continue;
      candidate.refuse(
        commonReason('CHOICE_UNKNOWN', { value: value.slice(0, 50), expected: values.join(', ') }, field),
      );
    }
  };
}
