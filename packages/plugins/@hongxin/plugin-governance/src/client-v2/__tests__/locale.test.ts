import english from '../../locale/en-US.json';
import chinese from '../../locale/zh-CN.json';

it('has the same texts in both languages, none of them empty', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  expect(Object.values(english).filter((text) => text.trim() === '')).toEqual([]);
});
