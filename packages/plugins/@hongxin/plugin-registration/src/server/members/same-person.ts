import { distinct, keyOf, selectRows, textOf, touches, type RecordRule } from '@hongxin/plugin-foundation';
import { IDENTITY_HASH, IDENTITY_NUMBER } from '@hongxin/plugin-governance';
import { registrationReason } from '../reasons';

/** A registration does not give another identity number than the one known of the person; blank ones say nothing. */
export const checkSamePerson: RecordRule = async (candidates, scope) => {
  const given = candidates.filter(
    ({ record }) => touches(record, IDENTITY_HASH, 'personId') && textOf(record, IDENTITY_HASH) !== null,
  );
  const keys = distinct(given.map(({ record }) => keyOf(record, 'personId')));
  if (keys.length === 0) return;
  const persons = await selectRows<{ id: string; hash: string }>(
    scope,
    'SELECT id::text AS id, "identityHash" AS hash FROM {hxPersons} WHERE id IN (:keys) AND "identityHash" IS NOT NULL',
    { keys },
  );
  const known = new Map(persons.map(({ id, hash }) => [id, hash]));
  for (const { record, refuse } of given) {
    const hash = known.get(keyOf(record, 'personId') ?? '');
    if (hash !== undefined && hash !== textOf(record, IDENTITY_HASH))
      refuse(registrationReason('IDENTITY_NUMBER_DIFFERS', {}, IDENTITY_NUMBER));
  }
};
