import type { SettingField } from '../requests/setting-forms';

/** What a form shows of one field: its text, or its number (minutes after midnight for a time of day), and whether it is on. */
export interface FieldValue {
  number?: number | null;
  text?: string;
  on?: boolean;
}

type Container = Record<string, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isContainer(inner) ? inner[key] : undefined), value);
}

/** A copy of `value` with something else at `path`; lists stay lists. */
function withAt(value: unknown, [key, ...rest]: readonly string[], inner: unknown): unknown {
  if (key === undefined) return inner;
  const copy: Container = Array.isArray(value) ? ([...value] as unknown as Container) : { ...(value as Container) };
  const next = withAt(isContainer(value) ? value[key] : undefined, rest, inner);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}

const listAt = (value: unknown, path: readonly string[]) => {
  const list = at(value, path);
  return Array.isArray(list) ? list.map(String) : [];
};

/** @param value the setting's */
export function readField(value: unknown, field: SettingField): FieldValue {
  const number = at(value, field.path);
  if (field.kind === 'text') return { text: number as string };
  if (field.kind === 'clock') return { number: number as number };
  return {
    number: (number ?? field.fallback) as number,
    ...(field.switch ? { on: !listAt(value, field.switch.path).includes(field.switch.name) } : {}),
  };
}

/**
 * @param value the setting's; what has no field is kept as it is
 * @returns the setting's value with what was filled in; a number that holds anyway is left out
 */
export function writeFields(value: unknown, fields: readonly SettingField[], filled: readonly FieldValue[]): unknown {
  return fields.reduce((result, field, index) => {
    const { number, text, on } = filled[index] ?? {};
    if (field.kind === 'text') return withAt(result, field.path, text ?? '');
    const isFallback = field.kind === 'number' && field.fallback !== undefined && number === field.fallback;
    const written = withAt(result, field.path, isFallback ? undefined : number);
    if (field.kind === 'clock' || !field.switch) return written;
    const { path, name } = field.switch;
    const others = listAt(written, path).filter((each) => each !== name);
    return withAt(written, path, on === false ? [...others, name] : others);
  }, value);
}
