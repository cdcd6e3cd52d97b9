import { optional, otherwise } from './alter';
import { choice, day, moment, text } from './texts';
import { flag, id, ids, key, list, number, object, whole } from './values';

export { type BodyField, type BodyFields, type BodyOf, type Fault as BodyFault } from './field';
export { readBody } from './read';

/** The kinds of fields a body may have. */
export const body = {
  text,
  day,
  moment,
  choice,
  flag,
  id,
  ids,
  key,
  whole,
  number,
  object,
  list,
  optional,
  otherwise,
};
