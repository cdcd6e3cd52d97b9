import { joinReasons } from '..';

const text = (zh: string) => ({ zh, en: zh });

it('joins tables of reasons', () => {
  expect(joinReasons({ A: text('甲') }, { B: text('乙') })).toEqual({ A: text('甲'), B: text('乙') });
});

it('refuses a code that stands in two of them, with the same text too', () => {
  expect(() => joinReasons({ A: text('甲') }, { B: text('乙') }, { A: text('丙') })).toThrow(
    'The reason A stands twice',
  );
  expect(() => joinReasons({ A: text('甲') }, { A: text('甲') })).toThrow('The reason A stands twice');
});
