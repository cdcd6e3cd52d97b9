import type { Plugin } from '@nocobase/server';
import type { CollectionAccess, RoleName } from '../../domain';
import { actionsOf, type GrantedAction } from './actions';
import { appliedGrant, hashOf, restrictedTo, type AppliedGrant } from './applied';
import { fieldNamesOf } from './field-names';
import { RoleTables } from './role-tables';

/** NocoBase gives this role to every new user, with "view own records" on everything. */
const EVERYBODY = 'member';

/**
 * Writes declared grants into NocoBase's role tables once per role and collection. What nobody has edited follows a
 * new declaration; what an administrator has edited stays, and is marked so in hxSeeds.
 */
export class GrantSeeder {
  constructor(private readonly plugin: Plugin) {}

  async seed(pluginName: string, declarations: readonly CollectionAccess[]): Promise<void> {
    for (const access of declarations) {
      const collection = this.plugin.db.getCollection(access.collection);
      if (!collection) throw new Error(`${pluginName} declares access to ${access.collection}, which does not exist`);
      for (const [role, grant] of Object.entries(access.grants) as [RoleName, CollectionAccess['grants'][RoleName]][]) {
        if (grant) await this.seedOne(pluginName, access, role, actionsOf(access, role, grant, collection));
      }
      await this.seedOne(pluginName, access, EVERYBODY, []);
    }
  }

  private async seedOne(
    pluginName: string,
    access: CollectionAccess,
    role: RoleName | typeof EVERYBODY,
    wanted: readonly GrantedAction[],
  ) {
    await this.plugin.db.sequelize.transaction(async (transaction) => {
      const tables = new RoleTables(this.plugin.db, transaction);
      const seeds = this.plugin.db.getRepository('hxSeeds');
      const key = `role/${role}/${access.collection}`;
      const known = fieldNamesOf(this.plugin.db.getCollection(access.collection));
      const desired = appliedGrant(wanted, known);
      const seed = await seeds.findOne({ filter: { key }, transaction });
      if (role !== EVERYBODY) await tables.ensureRole(role);
      const current = await tables.read(role, access.collection);
      const before = (seed?.get('options') as { applied?: AppliedGrant } | null | undefined)?.applied;
      const isEdited = current !== null && !isAsWritten(appliedGrant(current, known), before);
      const common = { key, plugin: pluginName, kind: 'role', title: `${role} / ${access.collection}`, version: 1 };
      if (isEdited) {
        await seeds.updateOrCreate({ filterKeys: ['key'], values: { ...common, status: 'edited' }, transaction });
        return;
      }
      if (!before || current === null || hashOf(before) !== hashOf(desired)) {
        await tables.write(role, access.collection, [...wanted.map((action) => keepAdded(action, current, before))]);
      }
      const values = { ...common, appliedHash: hashOf(desired), options: { applied: desired }, status: 'current' };
      await seeds.updateOrCreate({ filterKeys: ['key'], values, transaction });
    });
  }
}

/** NocoBase grants every new field to whoever has the action: that is no edit. */
function isAsWritten(current: AppliedGrant, before: AppliedGrant | null | undefined): boolean {
  return Boolean(before) && hashOf(restrictedTo(current, before!.known)) === hashOf(before!);
}

/** Fields an administrator added since stay granted where NocoBase granted them. */
function keepAdded(
  action: GrantedAction,
  current: readonly GrantedAction[] | null,
  before: AppliedGrant | null | undefined,
): GrantedAction {
  const granted = current?.find((each) => each.name === action.name)?.fields ?? [];
  const added = granted.filter((field) => before && !before.known.includes(field));
  return { ...action, fields: [...new Set([...action.fields, ...added])] };
}
