import { isBlank, type LocalizedText, type Reason } from '@hongxin/rules/mechanism';
import { EXPECTED } from '../../errors/expected';
import { Refusal } from '../../errors/refusal';
import type { BodyField, BodyFields, BodyOf, Fault } from './field';
import { isObject } from './values';

const BODY: LocalizedText = { zh: '请求内容', en: 'the body' };

/**
 * The body of an own action as it is declared; what is not declared is nobody's business.
 * @throws Refusal 400 naming every field that is missing or wrong by its title
 */
export function readBody<Fields extends BodyFields>(sent: unknown, fields: Fields): BodyOf<Fields> {
  const names = Object.keys(fields);
  if (names.length > 0 && sent !== undefined && sent !== null && sent !== '' && !isObject(sent))
    throw new Refusal(400, [{ code: 'BODY_FIELD_INVALID', params: { name: BODY, expected: EXPECTED.object } }]);
  const body = isObject(sent) ? sent : {};
  const reasons: Reason[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value: unknown = Object.hasOwn(body, name) ? body[name] : null;
    const { fault, read } = readField(field, value);
    if (fault) reasons.push(reasonOf(name, field, field.fault?.(value) ?? fault));
    else values[name] = read;
  }
  if (reasons.length > 0) throw new Refusal(400, reasons);
  return values as BodyOf<Fields>;
}

function readField(field: BodyField, value: unknown): { read?: unknown; fault?: Fault } {
  const isNothing = value === null || value === undefined || (field.isEmptyNothing && value === '');
  if (isNothing && field.isOptional) return { read: null };
  const isEmpty = !field.isOptional && typeof value === 'string' && isBlank(value);
  if (isNothing || isEmpty) return { fault: { code: 'FIELD_REQUIRED' } };
  const reading = field.read(value);
  return reading.ok ? { read: reading.value } : { fault: reading.fault };
}

/** Sentences call what they are about `field`, or `name` where it need not be one of a record. */
const reasonOf = (name: string, { title }: BodyField, { code, params }: Fault): Reason => ({
  code,
  params: { ...params, [code === 'BODY_FIELD_INVALID' ? 'name' : 'field']: title },
  field: name,
});
