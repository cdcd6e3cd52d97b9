import { brandColours } from '../brand-colours';

it('takes links and header out of the brand colour', () => {
  expect(brandColours('#B8142B')).toEqual({ link: '#B8142B', header: '#901022' });
  expect(brandColours('#1677ff')).toEqual({ link: '#1677FF', header: '#115DC7' });
  expect(brandColours('#1677ffff')?.link).toBe('#1677FF');
});

it('darkens a light colour until white text can be read on it', () => {
  const channel = (part: string) => Number.parseInt(part, 16);
  const header = brandColours('#FFD666')?.header ?? '';
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(header) ?? [];
  expect(channel(red) + channel(green) + channel(blue)).toBeLessThan(3 * 128);
});

it('takes nothing out of what is no colour of this form', () => {
  for (const value of [undefined, null, 3, '', 'red', 'rgb(1, 2, 3)', '#12345']) expect(brandColours(value)).toBeNull();
});
