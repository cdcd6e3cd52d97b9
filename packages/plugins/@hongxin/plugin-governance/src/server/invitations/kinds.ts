import type { RoleName } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';

/** Whom an invitation is for, and where: who is in charge of the place may invite. */
export interface InvitationSubject {
  /** Name of the new account; null: who invites gives it. */
  name: string | null;
  areaId: number | string | null;
  /** null: of no place, for the city alone. */
  areaCode: string | null;
  /** Code of the reason for which nobody needs to be invited, told to who is in charge of the place alone. */
  obstacle?: string;
}

/** What an invitation is about: whoever accepts becomes somebody of a record, with a new account or their own. */
export interface InvitationKind {
  role: RoleName;
  /** Key of the invitation's `kind`. */
  name: string;
  /** The records it is about: who may change them at a place, and sees its invitations, may invite there. */
  collection: string;
  /** Reads the record. @throws Refusal 404 when there is none */
  subject(id: string, transaction: Transaction): Promise<InvitationSubject>;
  /** Whether who is in charge of the place may hand out what the record gives. Default: yes. */
  mayInvite?(id: string, transaction: Transaction): Promise<boolean>;
  /** Makes the account the record's. @throws Refusal 409 when somebody else came first */
  accept(id: string, userId: number, transaction: Transaction): Promise<void>;
}
