import { isReceiptToken, maskUnitName, receiptVerdict } from '..';

it('tells validity and masked names, nothing else', () => {
  const names = { personName: '王小明', unitName: '龙口市图书馆' };
  expect(receiptVerdict('member', 'onRoll', names)).toEqual({
    kind: 'member',
    isValid: true,
    ended: null,
    personName: '王**',
    unitName: '龙口***馆',
  });
});

it.each(['cancelled', 'transferred'])('says that the receipt of a %s registration is not valid', (state) => {
  const answer = receiptVerdict('unit', state, { personName: null, unitName: '市图书馆' });
  expect(answer).toMatchObject({ isValid: false, ended: state, personName: null });
});

it('hides short names too', () => {
  expect([maskUnitName('馆'), maskUnitName('图书馆'), maskUnitName('市图书馆')]).toEqual(['馆**', '图**', '市图***馆']);
});

it('takes random tokens for tokens, and numbers not', () => {
  expect(isReceiptToken('AbCdEfGhIjKlMnOpQrStU_')).toBe(true);
  expect(isReceiptToken('0123456789abcdef0123456789abcdef')).toBe(true);
  expect(isReceiptToken('HZ-2026-370681001001-0001')).toBe(false);
  expect(isReceiptToken('1')).toBe(false);
});
