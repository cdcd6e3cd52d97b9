import { distinct, keyOf, selectRows, touches, type RecordRule } from '@hongxin/plugin-foundation';
import { SERVICE_CLASS_DICTIONARY } from '../constants';
import { registrationReason } from '../reasons';

/** A class of service comes from its dictionary, which administrators extend. */
export const serviceClassesAreKnown: RecordRule = async (candidates, scope) => {
  const chosen = candidates.filter(
    ({ record }) => touches(record, 'serviceClassId') && keyOf(record, 'serviceClassId') !== null,
  );
  const keys = distinct(chosen.map(({ record }) => keyOf(record, 'serviceClassId')));
  if (keys.length === 0) return;
  const rows = await selectRows<{ id: string }>(
    scope,
    'SELECT id::text AS id FROM {hxDictionaryItems} WHERE id IN (:keys) AND dictionary = :dictionary',
    { keys, dictionary: SERVICE_CLASS_DICTIONARY },
  );
  const known = new Set(rows.map(({ id }) => id));
  for (const { record, refuse } of chosen) {
    if (!known.has(keyOf(record, 'serviceClassId') ?? ''))
      refuse(registrationReason('SERVICE_CLASS_UNKNOWN', {}, 'serviceClassId'));
  }
};
