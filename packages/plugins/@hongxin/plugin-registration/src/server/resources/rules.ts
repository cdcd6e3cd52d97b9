import { textOf, touches, type RecordRule } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';
import { completeUnit } from '../units/liaisons';

/** A resource is its unit's, and there for a period that runs forward. */
export const completeResources: RecordRule = async (candidates, scope) => {
  for (const candidate of candidates) {
    const { record, refuse } = candidate;
    if (touches(record, 'unitId')) await completeUnit(candidate, scope);
    const [from, to] = [textOf(record, 'availableFrom'), textOf(record, 'availableTo')];
    if (from !== null && to !== null && touches(record, 'availableFrom', 'availableTo') && to < from)
      refuse(registrationReason('RESOURCE_PERIOD_REVERSED', {}, 'availableTo'));
  }
};
