/**
 * Some of NocoBase's actions read records by themselves and hand them on in their own form (a workbook, a resolved
 * template). For the time of such an action every find is made presentable before the action sees it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Collection, Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { isGuarded } from '../guarded';
import type { AccessDeclarations } from '../declarations';
import type { Rights } from '../rights/rights';
import { Presenter, valuesOf } from './present';

export interface FindPolicy {
  rights: Rights;
  /** The action applies the caller's scope itself; otherwise rows outside it are taken out. */
  isScoped: boolean;
  /** Applied to each row last. */
  finish?: (row: Model) => void;
}

const policies = new AsyncLocalStorage<FindPolicy>();

export const withFindPolicy = <T>(policy: FindPolicy, work: () => T): T => policies.run(policy, work);

interface FindEvent {
  dataCollection: Collection;
  data: unknown;
}

export function watchFinds(app: Application, access: AccessDeclarations): void {
  app.db.on('afterRepositoryFind', async ({ dataCollection, data }: FindEvent) => {
    const policy = policies.getStore();
    if (!policy || !Array.isArray(data) || data.length === 0 || !isGuarded(access, dataCollection)) return;
    await policies.exit(() => present(access, policy, dataCollection, data as Model[]));
  });
}

async function present(
  access: AccessDeclarations,
  { rights, isScoped, finish }: FindPolicy,
  collection: Collection,
  rows: Model[],
): Promise<void> {
  if (!isScoped && !rights.identity.isAdministrator) {
    const key = collection.model.primaryKeyAttribute;
    const inside = rights.on(collection.name, 'view')
      ? await rights.idsInScope(collection, 'view', rows.map(valuesOf))
      : new Set<string>();
    const kept = rows.filter((row) => inside.has(String(row.get(key))));
    rows.splice(0, rows.length, ...kept);
  }
  await new Presenter(access, rights).present(collection, rows, { isTrusted: true });
  if (finish) rows.forEach(finish);
}
