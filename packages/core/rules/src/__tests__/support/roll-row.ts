import type { RollRow } from '../../registration';

/** A row of an uploaded roll with nothing wrong. */
export const ROLL_ROW: RollRow = {
  row: 2,
  personName: '王小明',
  phone: '138 1234 1234',
  position: '馆员',
  estate: '锦里7号小区',
  building: '3号楼',
  doorNumber: '301室',
  skills: '法律、医疗',
  serviceIntentions: '安全巡逻',
  availableTimes: '',
  consent: '是',
};
