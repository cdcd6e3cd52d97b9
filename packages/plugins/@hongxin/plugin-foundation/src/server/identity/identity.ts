import { AsyncLocalStorage } from 'node:async_hooks';
import type { AreaGrant } from '../domain';

/** Who is behind the running request; absent for the system's own work (jobs, workflows, seeding, effects). */
export interface Identity {
  userId: number | null;
  /** Roles in force for this request, as NocoBase resolved them. */
  roles: readonly string[];
  /** Where the user's current posts give which role; loaded once per request. */
  areaGrants: readonly AreaGrant[];
  /** root and admin: no scope applies, states and server fields still hold. */
  isAdministrator: boolean;
}

const storage = new AsyncLocalStorage<Identity | null>();

/** @returns the identity of the running request, or null for the system's own work */
export function currentIdentity(): Identity | null {
  return storage.getStore() ?? null;
}

/** Runs `work` with the identity, through every await in it. */
export function runAs<T>(identity: Identity, work: () => T): T {
  return storage.run(identity, work);
}

/** Runs `work` as the system itself: scopes and field rights of the request do not apply to it. */
export function runAsSystem<T>(work: () => T): T {
  return storage.run(null, work);
}
