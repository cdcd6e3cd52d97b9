import { plainLine } from './seen-text';

/** Whether a field counts as not filled: nothing, nothing that one sees, or an empty list. Zero and `false` are answers. */
export function isBlank(value: unknown): boolean {
  if (typeof value === 'string') {
    return plainLine(value) === '';
  }
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
