import fc from 'fast-check';

const part = (width: number) =>
  fc
    .oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 10 ** width - 3, max: 10 ** width - 1 }))
    .map((ordinal) => String(ordinal).padStart(width, '0'));

const city = fc.oneof(
  fc.constantFrom('370681', '370682', '370680'),
  fc.integer({ min: 100000, max: 899999 }).map(String),
);

/** Valid area codes of every level, thick around first and last siblings, where ranges go wrong. */
export const areaCode: fc.Arbitrary<string> = fc
  .tuple(city, part(3), part(3), part(3), part(3), part(2), fc.integer({ min: 1, max: 6 }))
  .map(([...parts]) => parts.slice(0, parts[6] as number).join(''));
