import { defineProcess, reason } from '../../mechanism';

/** A small process with one of everything. */
export const registrationExample = defineProcess({
  key: 'example',
  title: { zh: '报到', en: 'Registration' },
  collection: 'examples',
  stateField: 'state',
  initial: 'draft',
  states: {
    returned: { label: { zh: '已退回', en: 'Returned' }, side: true },
    draft: { label: { zh: '草稿', en: 'Draft' } },
    submitted: { label: { zh: '已提交', en: 'Submitted' } },
    accepted: { label: { zh: '已接收', en: 'Accepted' }, final: true },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, final: true, side: true },
  },
  transitions: {
    submit: {
      label: { zh: '提交', en: 'Submit' },
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['owner'],
      requires: ['personName', 'skills'],
      fields: ['personName', 'skills', 'hours'],
      guard: (record, { now }) => [
        ...(record.personName ? [] : [reason('FIELD_REQUIRED', {}, 'personName')]),
        ...(now.getTime() < 0 ? [{ code: 'BEFORE_TIME' }] : []),
      ],
    },
    accept: {
      label: { zh: '接收', en: 'Accept' },
      from: ['submitted'],
      to: 'accepted',
      by: [{ role: 'hx-official', level: 'community' }],
      opinion: 'none',
    },
    return: {
      label: { zh: '退回: "补正"', en: 'Return' },
      from: ['submitted'],
      to: 'returned',
      by: [{ role: 'hx-official', level: ['street', 'community'] }],
      opinion: 'none',
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['draft'],
      to: 'cancelled',
      by: ['owner', 'system', { relation: 'unitLiaison' }],
      opinion: 'required',
    },
  },
});
