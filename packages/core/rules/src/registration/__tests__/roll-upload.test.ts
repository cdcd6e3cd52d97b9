import { readRollRow, repeatedRows, type RollRow } from '..';
import { ROLL_ROW } from '../../__tests__/support/roll-row';

const choices = {
  skills: new Map([
    ['法律', 'law'],
    ['医疗', 'medical'],
  ]),
  serviceIntentions: new Map([['安全巡逻', 'safetyPatrol']]),
  availableTimes: new Map<string, string>(),
};
const objections = (change: Partial<RollRow>): string[] =>
  readRollRow({ ...ROLL_ROW, ...change }, choices).reasons.map(({ code, field }) => `${code} ${field}`);

it('reads labels as codes and phones as they are kept', () => {
  expect(readRollRow(ROLL_ROW, choices)).toEqual({
    values: {
      personName: '王小明',
      phone: '13812341234',
      position: '馆员',
      doorNumber: '301室',
      skills: ['law', 'medical'],
      serviceIntentions: ['safetyPatrol'],
      availableTimes: [],
    },
    reasons: [],
  });
});

it('names everything that is wrong with a row', () => {
  expect(objections({ personName: ' ', phone: '12', building: '', skills: '法律，飞行', consent: '' })).toEqual([
    'FIELD_REQUIRED personName',
    'FIELD_REQUIRED homeAreaId',
    'PHONE_INVALID phone',
    'ROLL_CHOICE_UNKNOWN skills',
    'ROLL_CONSENT_MISSING consentVersion',
  ]);
});

it('finds a person who stands in the sheet twice, however the phone is written', () => {
  const rows = [ROLL_ROW, { ...ROLL_ROW, row: 3, personName: '李芳' }, { ...ROLL_ROW, row: 9, phone: '13812341234' }];
  expect([...repeatedRows(rows)]).toEqual([
    [2, { code: 'ROLL_ROW_TWICE', params: { first: 2, field: 'personName' }, field: 'personName' }],
  ]);
});
