import { defineProcess } from '@hongxin/rules/mechanism';
import { RESOURCES } from '../constants';
import { COMMUNITY, SYSTEM } from '../common/parties-in-charge';

/** A resource is on the list until its unit takes it back (资源清单). */
export const resourceProcess = defineProcess({
  key: 'resource',
  title: { zh: '资源', en: 'Resource' },
  collection: RESOURCES,
  stateField: 'state',
  initial: 'offered',
  states: {
    offered: { label: { zh: '可用', en: 'Offered' }, color: 'green' },
    withdrawn: { label: { zh: '已收回', en: 'Taken back' }, color: 'default', side: true },
  },
  transitions: {
    withdraw: {
      label: { zh: '收回资源', en: 'Take back' },
      from: ['offered'],
      to: 'withdrawn',
      by: ['owner', COMMUNITY, SYSTEM],
    },
    offer: {
      label: { zh: '重新提供', en: 'Offer again' },
      from: ['withdrawn'],
      to: 'offered',
      by: ['owner', SYSTEM],
      appearance: 'primary',
    },
  },
});
