import { callerAreas, currentIdentity, textOf, type RecordRule, type RecordCare } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { NEEDS } from '../constants';
import { registrationReason } from '../reasons';

/** A new need belongs to whoever raises it for themselves; who raises needs of a place says where they heard of it. */
export const completeNewNeeds =
  (app: Application): RecordRule =>
  async (candidates) => {
    const identity = currentIdentity();
    for (const { record, set } of candidates.filter((candidate) => candidate.record.isNewRecord)) {
      if (!identity) continue;
      if (callerAreas(app, NEEDS, 'create') === undefined) {
        set('ownerId', identity.userId);
        set('source', 'resident');
      } else if (textOf(record, 'source') === null) set('source', 'visit');
    }
  };

/** The owner corrects a need until it is reviewed, the community until it is published; who asked for help stays. */
export const careOfNeeds: RecordCare = {
  editable: {
    while: [{ in: ['raised'] }, { in: ['reviewed'], by: 'others' }],
    because: (need) => registrationReason('NEED_FORBIDS_CHANGES', { title: String(need.get('title')) }),
  },
  kept: (need) => registrationReason('NEED_IS_A_RECORD', { title: String(need.get('title')) }),
};
