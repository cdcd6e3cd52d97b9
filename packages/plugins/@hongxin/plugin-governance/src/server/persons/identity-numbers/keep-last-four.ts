import { textOf, touches, type Candidate, type RecordRule, selectRows, type Scope } from '@hongxin/plugin-foundation';
import { checkIdentityNumber, mask, normalizeIdentityNumber, reasonsOf } from '@hongxin/rules/mechanism';
import { personReason } from '../reasons';
import { today } from '../../common/today';
import { IDENTITY_HASH, IDENTITY_NUMBER } from './fields';
import { identityKeys } from './keys';

/** What the column holds: the last four places, as they are shown. */
const STORED_FORM = /^\*{14}[0-9X]{4}$/;

/**
 * Puts the last four places and the hash in the place of a number that was typed. No whole number is ever stored, not
 * even in the event log, which is written after the rules.
 */
export const keepLastFour: RecordRule = async (candidates, scope) => {
  for (const candidate of candidates) {
    if (touches(candidate.record, IDENTITY_NUMBER)) await keep(candidate, scope);
  }
};

async function keep({ record, set, refuse }: Candidate, scope: Scope): Promise<void> {
  const typed = textOf(record, IDENTITY_NUMBER);
  if (typed === null) {
    if (record.isNewRecord) return;
    set(IDENTITY_NUMBER, null);
    set(IDENTITY_HASH, null);
    return;
  }
  if (STORED_FORM.test(typed)) {
    // copied by the system from another record together with its hash, or sent back by a form as it was shown
    const isCopied = record.changed(IDENTITY_HASH as never) && textOf(record, IDENTITY_HASH) !== null;
    if (!isCopied && record.previous(IDENTITY_NUMBER as never) !== typed)
      refuse({ code: 'IDENTITY_NUMBER_FORM', params: { field: IDENTITY_NUMBER }, field: IDENTITY_NUMBER });
    return;
  }
  const keys = identityKeys(process.env);
  if (keys === null) {
    refuse(personReason('IDENTITY_NUMBERS_OFF', {}, IDENTITY_NUMBER));
    return;
  }
  const faults = reasonsOf(checkIdentityNumber(typed, today(), IDENTITY_NUMBER));
  if (faults.length > 0) {
    refuse(...faults);
    return;
  }
  set(IDENTITY_HASH, await hashOf(keys.hashes(typed), scope));
  set(IDENTITY_NUMBER, mask('idNumber', normalizeIdentityNumber(typed)));
}

/** The hash by the current key, or the one by an older key under which somebody is known already. */
async function hashOf(hashes: readonly string[], scope: Scope): Promise<string> {
  if (hashes.length === 1) return hashes[0];
  const [known] = await selectRows<{ hash: string }>(
    scope,
    'SELECT "identityHash" AS hash FROM {hxPersons} WHERE "identityHash" IN (:hashes) LIMIT 1',
    { hashes },
  );
  return known?.hash ?? hashes[0];
}
