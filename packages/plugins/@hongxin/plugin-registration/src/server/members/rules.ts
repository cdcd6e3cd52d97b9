import {
  currentIdentity,
  keyOf,
  textOf,
  type RecordRule,
  previousState,
  type RecordCare,
} from '@hongxin/plugin-foundation';
import { IDENTITY_HASH } from '@hongxin/plugin-governance';
import { registrationReason } from '../reasons';
import { personOf } from '../common/persons';

/** A new registration belongs to whoever makes it, and to the person behind the account. */
export const completeNewRegistrations: RecordRule = async (candidates, scope) => {
  const identity = currentIdentity();
  for (const { record, set } of candidates.filter((candidate) => candidate.record.isNewRecord)) {
    if (identity) set('ownerId', identity.userId);
    if (identity || keyOf(record, 'personId') === null) {
      const ownerId = keyOf(record, 'ownerId');
      const name = textOf(record, 'personName');
      if (name === null) continue; // refused as a missing field
      const registrant = {
        userId: ownerId === null ? null : Number(ownerId),
        name,
        phone: textOf(record, 'phone'),
        identityHash: textOf(record, IDENTITY_HASH),
      };
      set('personId', await personOf(registrant, scope));
    }
  }
};

/** What has been submitted is not changed behind the back of those who decide on it; with its number it is kept. */
export const careOfRegistrations: RecordCare = {
  editable: {
    while: [{ in: ['draft', 'returned'] }],
    closes: 'typed',
    because: (registration) => registrationReason('STATE_FORBIDS_CHANGES', { state: previousState(registration) }),
  },
  kept: (registration) => {
    const number = registration.get('number');
    return number ? registrationReason('REGISTRATION_IS_A_RECORD', { number: String(number) }) : null;
  },
};
