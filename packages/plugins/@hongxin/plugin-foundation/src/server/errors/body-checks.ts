import type { Reason } from '@hongxin/rules/mechanism';
import { EXPECTED } from './expected';
import { Refusal } from './refusal';

/** What parts of a body may be; all of them may be left out, and null is as good as nothing. */
export type BodyShapes = Readonly<Record<string, 'text' | 'object'>>;

/** What the body of an own action says under each name. */
type BodyOf<Shapes extends BodyShapes> = {
  [Name in keyof Shapes]: (Shapes[Name] extends 'text' ? string : Record<string, unknown>) | null;
};

/**
 * The body of an own action, every part of it of the shape that it has to be.
 * @param needed the parts that have to be there, and hold something
 * @throws Refusal 400 naming every part that is of another shape
 */
export function readBody<Shapes extends BodyShapes>(
  sent: unknown,
  shapes: Shapes,
  needed: readonly (keyof Shapes & string)[] = [],
): BodyOf<Shapes> {
  const body: Readonly<Record<string, unknown>> = isRecord(sent) ? sent : {};
  const valueOf = (name: string): unknown => (Object.hasOwn(body, name) ? (body[name] ?? null) : null);
  const isRight = ([name, shape]: [string, BodyShapes[string]]): boolean => {
    const value = valueOf(name);
    if (value === null || value === '') return !needed.includes(name) && (value === null || shape === 'text');
    return shape === 'text' ? typeof value === 'string' : isRecord(value);
  };
  const wrong = Object.entries(shapes).filter((entry) => !isRight(entry));
  if (wrong.length > 0)
    throw new Refusal(
      400,
      wrong.map(([name, shape]) => bodyReason(name, EXPECTED[shape])),
    );
  return Object.fromEntries(Object.keys(shapes).map((name) => [name, valueOf(name)])) as BodyOf<Shapes>;
}

const bodyReason = (name: string, expected: (typeof EXPECTED)[keyof typeof EXPECTED]): Reason => ({
  code: 'BODY_FIELD_INVALID',
  params: { name, expected },
  field: name,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
