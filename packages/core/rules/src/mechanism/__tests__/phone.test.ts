import { checkMobile, checkPhone, normalizePhone, reasonsOf } from '..';

describe('a phone number', () => {
  it.each([
    '13812341234',
    '+86 138-1234-1234',
    '0086 13812341234',
    '８６13812341234',
    '0535-8512345',
    '05358512345',
    '(010) 65123456',
    '021-65123456-801',
  ])('%s is accepted', (phone) => {
    expect(checkPhone(phone)).toEqual({ ok: true });
  });

  it.each(['', '1381234123', '12812341234', '138123412345', '8512345', '010-851234', '0535-1512345', 'phone', '110'])(
    '"%s" is refused',
    (phone) => {
      expect(reasonsOf(checkPhone(phone))).toEqual([
        { code: 'PHONE_INVALID', params: { field: 'phone' }, field: 'phone' },
      ]);
    },
  );

  it('is refused when missing', () => {
    expect([checkPhone(null).ok, checkPhone(undefined).ok, checkMobile(null).ok]).toEqual([false, false, false]);
  });

  it('for text messages is a mobile', () => {
    expect(checkMobile('138 1234 1234')).toEqual({ ok: true });
    expect(reasonsOf(checkMobile('0535-8512345', 'liaisonPhone'))[0]).toMatchObject({
      code: 'MOBILE_INVALID',
      field: 'liaisonPhone',
    });
  });

  it.each(['05358512345', '0535-8512345', '(0535)8512345', '0535 8512345', '+86-535-8512345', '＋86 0535 8512345'])(
    'is one, however a landline is parted: %s',
    (phone) => {
      expect([normalizePhone(phone), checkPhone(phone).ok]).toEqual(['0535-8512345', true]);
    },
  );

  it('keeps the extension of a landline, and parts area codes of three digits', () => {
    expect(normalizePhone('02165123456-801')).toBe('021-65123456-801');
    expect(normalizePhone('01065123456')).toBe('010-65123456');
  });

  it('is stored without spaces and country code', () => {
    expect(normalizePhone(' +86-138 1234 1234')).toBe('13812341234');
    expect(normalizePhone('0535－8512345')).toBe('0535-8512345');
    expect(normalizePhone(normalizePhone('+86 138-1234-1234'))).toBe('13812341234');
  });
});
