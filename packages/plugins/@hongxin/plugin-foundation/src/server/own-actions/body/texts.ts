import { readDay, type LocalizedText } from '@hongxin/rules/mechanism';
import { EXPECTED } from '../../errors/expected';
import { momentIn } from '../../errors/moments';
import { notA, right, wrong, type BodyField, type Reading } from './field';

/** Texts a database can hold: neither NUL nor half a character. */
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

const textual = <Value>(
  kind: string,
  title: LocalizedText,
  read: (value: string) => Reading<Value>,
  facts: BodyField['facts'] = {},
  otherShape = notA(EXPECTED.text),
): BodyField<Value> => ({
  kind,
  title,
  isOptional: false,
  isEmptyNothing: true,
  facts,
  read: (value) => (typeof value === 'string' ? read(value) : otherShape),
});

/** @param max most characters */
export function text(title: LocalizedText, max: number): BodyField<string> {
  const read = (value: string): Reading<string> => {
    if (!isStorable(value)) return wrong('VALUE_UNREADABLE');
    const length = Array.from(value).length;
    return length > max ? wrong('VALUE_TOO_LONG', { length, max }) : right(value);
  };
  return textual('text', title, read, { max });
}

/** A day as people and programs write it; handed on as an ISO day. */
export function day(title: LocalizedText): BodyField<string> {
  const read = (value: string): Reading<string> => {
    const found = readDay(value);
    return found.ok ? right(found.day) : wrong(found.reason.code, found.reason.params);
  };
  return textual('day', title, read, {}, wrong('VALUE_NOT_A_DATE'));
}

/** A moment: the day has to exist, and where no zone is named it is China's, as in a form. */
export function moment(title: LocalizedText): BodyField<Date> {
  const read = (value: string): Reading<Date> => {
    const found = momentIn(value);
    return found instanceof Date ? right(found) : wrong(found.code, found.params);
  };
  return textual('moment', title, read, {}, wrong('VALUE_NOT_A_DATE'));
}

/** One of the names of a table, which says what people call each; the table may be known only when it is asked for. */
export function choice<const Name extends string>(
  title: LocalizedText,
  choices: Readonly<Record<Name, LocalizedText>> | (() => Readonly<Record<Name, LocalizedText>>),
): BodyField<Name> {
  return textual('choice', title, (value) => {
    const known = typeof choices === 'function' ? choices() : choices;
    if (Object.hasOwn(known, value)) return right(value as Name);
    const titles = Object.values<LocalizedText>(known);
    return notA({
      zh: `以下之一：${titles.map(({ zh }) => zh).join('、')}`,
      en: `one of: ${titles.map(({ en }) => en).join(', ')}`,
    });
  });
}
