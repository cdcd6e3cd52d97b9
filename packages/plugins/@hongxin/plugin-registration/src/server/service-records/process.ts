import { defineProcess } from '@hongxin/rules/mechanism';
import { SERVICE_RECORDS } from '../constants';
import { satisfactionIsKnown } from '../common/satisfaction';
import { HOST, SYSTEM } from '../common/parties-in-charge';

/** Hours count once their host has verified them (谁组织谁记录、谁记录谁证明, Ministry of Civil Affairs, order 67). */
export const serviceRecordProcess = defineProcess({
  key: 'serviceRecord',
  title: { zh: '服务记录', en: 'Service record' },
  collection: SERVICE_RECORDS,
  stateField: 'state',
  initial: 'pending',
  states: {
    pending: { label: { zh: '待认定', en: 'Pending' }, color: 'orange' },
    verified: { label: { zh: '已认定', en: 'Verified' }, color: 'green', final: true },
    refused: { label: { zh: '未认定', en: 'Refused' }, color: 'default', side: true, final: true },
  },
  transitions: {
    verify: {
      label: { zh: '认定', en: 'Verify' },
      from: ['pending'],
      to: 'verified',
      by: [HOST, SYSTEM],
      fields: ['rating', 'ratingComment'],
      guard: satisfactionIsKnown('rating'),
      appearance: 'primary',
    },
    refuse: {
      label: { zh: '不予认定', en: 'Refuse' },
      from: ['pending'],
      to: 'refused',
      by: [HOST, SYSTEM],
      opinion: 'required',
      appearance: 'danger',
    },
  },
});
