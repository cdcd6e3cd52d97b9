/** `crypto.randomUUID` exists on https only; offices also open the system by a plain address in their own network. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Keys for the `Idempotency-Key` header of one dialog: the same content gets the same key, so that a press repeated
 * after a lost answer is done once; changed content gets a new one.
 */
export function idempotencyKeys(): (content: unknown) => string {
  const keys = new Map<string, string>();
  return (content) => {
    const text = JSON.stringify(content);
    const key = keys.get(text) ?? randomKey();
    keys.set(text, key);
    return key;
  };
}
