import { defineProcess } from '@hongxin/rules/mechanism';
import { CLAIMS } from '../constants';
import { HOST, SYSTEM } from '../common/parties-in-charge';

/** A claim holds places from the moment it is made; it ends served, or gives them back (认领). */
export const claimProcess = defineProcess({
  key: 'claim',
  title: { zh: '认领', en: 'Claim' },
  collection: CLAIMS,
  stateField: 'state',
  initial: 'claimed',
  states: {
    claimed: { label: { zh: '已认领', en: 'Claimed' }, color: 'blue' },
    checkedIn: { label: { zh: '已签到', en: 'Checked in' }, color: 'cyan' },
    finished: { label: { zh: '待认定', en: 'To be verified' }, color: 'orange' },
    served: { label: { zh: '已服务', en: 'Served' }, color: 'green', final: true },
    withdrawn: { label: { zh: '已退出', en: 'Withdrawn' }, color: 'default', side: true, final: true },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, color: 'default', side: true, final: true },
    absent: { label: { zh: '未到', en: 'Absent' }, color: 'red', side: true, final: true },
  },
  transitions: {
    checkIn: {
      label: { zh: '签到', en: 'Check in' },
      from: ['claimed'],
      to: 'checkedIn',
      by: ['owner', HOST, SYSTEM],
      fields: ['checkInCode'],
      opinion: 'none',
      appearance: 'primary',
    },
    checkOut: {
      label: { zh: '签退', en: 'Check out' },
      from: ['checkedIn'],
      to: 'finished',
      by: ['owner', HOST, SYSTEM],
      fields: ['serviceContent'],
      opinion: 'none',
      appearance: 'primary',
    },
    supplement: {
      label: { zh: '补录时长', en: 'Enter hours' },
      from: ['claimed'],
      to: 'finished',
      by: ['owner', HOST, SYSTEM],
      requires: ['serviceStartsAt', 'serviceEndsAt', 'serviceContent'],
      fields: ['serviceStartsAt', 'serviceEndsAt', 'serviceContent'],
      opinion: 'none',
    },
    // a record entered by itself (hxServiceRecords:create) finishes its claim
    finish: {
      label: { zh: '提交认定', en: 'Hand in' },
      from: ['claimed', 'checkedIn'],
      to: 'finished',
      by: [SYSTEM],
    },
    serve: {
      label: { zh: '认定完成', en: 'Served' },
      from: ['claimed', 'finished'],
      to: 'served',
      by: [HOST, SYSTEM],
    },
    resume: {
      label: { zh: '继续', en: 'Resume' },
      from: ['finished'],
      to: 'claimed',
      by: [SYSTEM],
    },
    withdraw: {
      label: { zh: '退出', en: 'Withdraw' },
      from: ['claimed'],
      to: 'withdrawn',
      by: ['owner', SYSTEM],
      appearance: 'danger',
    },
    cancel: {
      label: { zh: '取消认领', en: 'Cancel' },
      from: ['claimed', 'checkedIn'],
      to: 'cancelled',
      by: [HOST, SYSTEM],
      opinion: 'required',
      appearance: 'danger',
    },
    markAbsent: {
      label: { zh: '记为未到', en: 'Mark absent' },
      from: ['claimed'],
      to: 'absent',
      by: [HOST, SYSTEM],
    },
  },
});
