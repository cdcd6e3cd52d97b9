import { csv } from '../csv';

it('quotes what has to be quoted and disarms formulas', () => {
  expect(csv([['a', '=HYPERLINK("x")', 'b,c', 5]])).toBe('\uFEFFa,"\'=HYPERLINK(""x"")","b,c",5\r\n');
});
