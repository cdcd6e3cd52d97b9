import { reasonsOf } from '../../mechanism';
import { checkUnitRegistrationComplete } from '..';

const complete = { unitId: 1, targetAreaId: 2, contactName: '刘海燕', contactPhone: '13800001234' };

it('may be submitted when unit, place and contact are named', () => {
  expect(checkUnitRegistrationComplete(complete)).toEqual({ ok: true });
});

it('names everything that is missing, and a phone that cannot be called', () => {
  const objections = reasonsOf(checkUnitRegistrationComplete({ contactPhone: '12' }));
  expect(objections.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'FIELD_REQUIRED unitId',
    'FIELD_REQUIRED targetAreaId',
    'FIELD_REQUIRED contactName',
    'PHONE_INVALID contactPhone',
  ]);
});
