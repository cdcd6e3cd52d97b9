/** Whether a field counts as not filled: nothing, spaces only, or an empty list. Zero and `false` are answers. */
export function isBlank(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.trim() === '';
  }
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
