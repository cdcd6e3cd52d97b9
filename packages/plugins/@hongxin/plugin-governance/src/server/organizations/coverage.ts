import { Refusal, selectRows } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import { coverageReasons } from './rules';

interface HookOptions {
  transaction?: Transaction;
}

/** Only joint and integrated formations cover areas besides their home [seed]; holds for every way of linking them. */
export function checkCoverage(db: Database) {
  const check = async (links: readonly Model[], options: HookOptions): Promise<void> => {
    const scope = { db, transaction: options.transaction };
    const keys = [...new Set(links.map((link) => String(link.get('organizationId'))))];
    for (const key of keys) {
      const [organization] = await selectRows<{ formation: string | null }>(
        scope,
        'SELECT formation FROM {hxOrganizations} WHERE id = :key',
        { key },
      );
      const reasons = await coverageReasons(key, organization?.formation ?? null, scope);
      if (reasons.length > 0) throw new Refusal(400, reasons);
    }
  };
  return {
    'hxOrganizationAreas.afterCreate': [(link: Model, options: HookOptions) => check([link], options)],
    'hxOrganizationAreas.afterBulkCreate': [check],
  };
}
