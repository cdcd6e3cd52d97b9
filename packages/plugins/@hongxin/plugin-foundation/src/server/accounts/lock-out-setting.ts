import type { SettingDefinition } from '../settings';

export interface LockOutRules {
  /** Failures of one account, within the window, that lock it. */
  accountFailures: number;
  /** Failures from one address, whatever the accounts: an office shares one. */
  addressFailures: number;
  windowMinutes: number;
  lockMinutes: number;
}

/** After how many failed sign-ins an account or an address has to wait [default]. */
export const LOCK_OUT: SettingDefinition<LockOutRules> = {
  key: 'lockOut',
  defaultValue: { accountFailures: 5, addressFailures: 50, windowMinutes: 15, lockMinutes: 15 },
  check: (value) => (isLockOutRules(value) ? [] : [{ code: 'LOCK_OUT_INVALID', field: 'value' }]),
};

function isLockOutRules(value: unknown): value is LockOutRules {
  if (typeof value !== 'object' || value === null) return false;
  const { accountFailures, addressFailures, windowMinutes, lockMinutes } = value as Partial<LockOutRules>;
  return (
    isWithin(accountFailures, 3, 1000) &&
    isWithin(addressFailures, 3, 100_000) &&
    isWithin(windowMinutes, 1, 1440) &&
    isWithin(lockMinutes, 1, 1440)
  );
}

function isWithin(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}
