export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 200;

/**
 * Whether a password must not be one, by whatever door it comes.
 * @param names what the account signs in with: the first thing anybody tries
 */
export function isWeakPassword(password: string, names: readonly string[]): boolean {
  return (
    password.length < PASSWORD_MIN_LENGTH ||
    password.length > PASSWORD_MAX_LENGTH ||
    !/[A-Za-z]/.test(password) ||
    !/[0-9]/.test(password) ||
    names.some((name) => name.toLowerCase() === password.toLowerCase())
  );
}
