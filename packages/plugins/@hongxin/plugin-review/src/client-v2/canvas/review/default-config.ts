import { type ReviewNodeConfig } from '../../../shared/config';
import { REMIND_AT_PERCENT } from '../../../shared/constants';

/** A review as it is when it is put on the canvas [default]; every key is one of the drawer's. */
export const DEFAULT_REVIEW: Required<Omit<ReviewNodeConfig, 'title'>> & Pick<ReviewNodeConfig, 'title'> = {
  assignees: [],
  mode: { kind: 'any' },
  excludeApplicant: true,
  deadline: { kind: 'working', amount: 2, unit: 'day' },
  remindAtPercent: REMIND_AT_PERCENT,
  onTimeout: 'remind',
  allow: { return: true, reject: false, transfer: true, addSigner: false, withdraw: true, batch: false },
  returnTo: 'applicant',
  fields: [],
  opinion: { phrases: [], requiredOnApprove: false },
  outcome: {},
  allowDirect: false,
  onNobody: 'administrators',
  copyTo: [],
  placeField: null,
};
