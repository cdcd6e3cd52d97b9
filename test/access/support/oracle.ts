/**
 * What each caller may know and do, computed from the declared tables and the rows alone: none of the guards' code is
 * called here, so that a mistake in it cannot hide itself.
 */
import type { CollectionAccess, RoleGrant } from '@hongxin/plugin-foundation';
import type { Caller } from './callers';
import type { Row } from './tables';
import type { Table, Town } from './town';
import { columnsOf, fieldsOf, RELATIONS, traces, type FieldLike } from './values';

/** A record the caller sees, and how much of it. */
export interface Sight {
  row: Row;
  fields: ReadonlySet<string>;
  /** Personal fields are shown in clear. */
  isClear: boolean;
}

export type Action = 'create' | 'update' | 'destroy' | 'export' | 'import' | 'transition';

/** What stands for a user in the records of others. */
const USER_LABELS = ['nickname'];

/** NocoBase shows with every record when it was made and last changed. */
const SHOWN_BY_HOST = ['createdAt', 'updatedAt'];

export class Oracle {
  private readonly sights = new Map<string, Map<string, Sight>>();
  private readonly known = new Map<Caller, Set<string>>();
  private readonly writables = new Map<string, Set<string>>();

  constructor(
    private readonly town: Town,
    private readonly users: readonly Row[],
  ) {}

  /** Grants of the roles in force. */
  grants(caller: Caller, table: Table): [role: string, grant: RoleGrant][] {
    const all = Object.entries(table.access?.grants ?? {}) as [string, RoleGrant][];
    return all.filter(([role]) => caller.roles.includes(role));
  }

  /** Whether the caller may see records of this kind at all. */
  maySee(caller: Caller, table: Table): boolean {
    return this.grants(caller, table).length > 0;
  }

  /** Records the caller sees, by key. */
  visible(caller: Caller, table: Table): Map<string, Sight> {
    const name = `${caller.name}/${table.name}`;
    let found = this.sights.get(name);
    if (!found) this.sights.set(name, (found = this.look(caller, table)));
    return found;
  }

  /** Fields the caller sees of some record of the kind. */
  fields(caller: Caller, table: Table): Set<string> {
    return new Set(this.grants(caller, table).flatMap(([, grant]) => [...viewOf(table, grant)]));
  }

  /** Whether every record of the kind is open to the caller, with which fields. */
  openFields(caller: Caller, table: Table): Set<string> {
    const all = this.grants(caller, table).filter(([, grant]) => [grant.reach].flat().includes('all'));
    return new Set(all.flatMap(([, grant]) => [...viewOf(table, grant)]));
  }

  may(caller: Caller, table: Table, action: Action): boolean {
    return this.grants(caller, table).some(([, grant]) => Boolean(grant[action]));
  }

  writable(caller: Caller, table: Table, action: 'create' | 'update'): Set<string> {
    const name = `${caller.name}/${table.name}/${action}`;
    let found = this.writables.get(name);
    if (!found) {
      const names = this.grants(caller, table).flatMap(([, grant]) => [...(grant[action] ?? [])]);
      this.writables.set(name, (found = withKeys(table, names)));
    }
    return found;
  }

  /** Whether a row lies where the caller may do something. */
  mayTouch(caller: Caller, table: Table, row: Row, action: 'create' | 'update' | 'destroy'): boolean {
    return this.grants(caller, table).some(([role, grant]) => {
      const reach = action === 'create' ? grant.reach : (grant.changeReach ?? grant.reach);
      return Boolean(grant[action]) && reaches(table.access!, role, grant, reach, row, caller);
    });
  }

  revealable(caller: Caller, table: Table): Set<string> {
    return new Set(this.grants(caller, table).flatMap(([, grant]) => [...(grant.reveal ?? [])]));
  }

  /** Everything an answer may tell this caller. */
  knows(caller: Caller): Set<string> {
    let known = this.known.get(caller);
    if (!known) this.known.set(caller, (known = this.learn(caller)));
    return known;
  }

  table(name: string | undefined): Table | undefined {
    return name === undefined ? undefined : this.town.tables.get(name);
  }

  /** Rows a record points to, or is pointed to from, by one of its relations. */
  related(table: Table, row: Row, field: FieldLike): Row[] {
    const { foreignKey, otherKey, through } = field.options;
    const rows = field.target === 'users' ? this.users : (this.table(field.target)?.rows ?? []);
    const key = String(row[table.key ?? 'id']);
    if (field.type === 'belongsTo')
      return rows.filter((each) => String(each[field.options.targetKey ?? 'id']) === String(row[foreignKey!]));
    if (through) {
      const links = this.table(through)?.rows ?? [];
      const others = new Set(
        links.filter((link) => String(link[foreignKey!]) === key).map((link) => String(link[otherKey!])),
      );
      return rows.filter((each) => others.has(String(each.id)));
    }
    return rows.filter((each) => String(each[foreignKey!]) === key);
  }

  private look(caller: Caller, table: Table): Map<string, Sight> {
    const found = new Map<string, Sight>();
    for (const [role, grant] of this.grants(caller, table)) {
      for (const row of table.rows) {
        if (!reaches(table.access!, role, grant, grant.reach, row, caller)) continue;
        const key = String(row[table.key ?? '']);
        const before = found.get(key);
        const fields = new Set([...(before?.fields ?? []), ...viewOf(table, grant)]);
        const isClear = (before?.isClear ?? false) || isInClear(table.access!, grant, row, caller);
        found.set(key, { row, fields, isClear });
      }
    }
    return found;
  }

  private learn(caller: Caller): Set<string> {
    const known = new Set<string>();
    const tell = (value: unknown) => {
      if (value === null || value === undefined) return;
      for (const each of traces(typeof value === 'object' ? JSON.stringify(value) : String(value))) known.add(each);
    };
    const own = this.users.find(({ id }) => String(id) === String(caller.userId));
    Object.values(own ?? {}).forEach(tell);
    for (const table of this.town.tables.values()) {
      const personal = table.access?.personalFields ?? {};
      for (const { row, fields, isClear } of this.visible(caller, table).values()) {
        for (const name of fields) if (!personal[name] || isClear) tell(row[name]);
        for (const field of fieldsOf(table.collection)) {
          if (!RELATIONS.has(field.type) || !fields.has(field.name)) continue;
          for (const target of this.related(table, row, field)) this.tellLabel(field, target, tell);
        }
      }
    }
    return known;
  }

  private tellLabel(field: FieldLike, target: Row, tell: (value: unknown) => void): void {
    const table = this.table(field.target);
    const labels = table?.access?.labelFields ?? (field.target === 'users' ? USER_LABELS : []);
    tell(target[table?.key ?? 'id']);
    for (const name of labels) if (!table?.access?.personalFields?.[name]) tell(target[name]);
  }
}

/** A reference and its key column are one thing. */
function withKeys(table: Table, names: Iterable<string>): Set<string> {
  const result = new Set(names);
  for (const field of fieldsOf(table.collection)) {
    const { foreignKey } = field.options;
    if (field.type !== 'belongsTo' || !foreignKey) continue;
    if (result.has(field.name)) result.add(foreignKey);
    else if (result.has(foreignKey)) result.add(field.name);
  }
  return result;
}

function viewOf(table: Table, grant: RoleGrant): Set<string> {
  const all = [...new Set([...columnsOf(table.collection), ...fieldsOf(table.collection).map(({ name }) => name)])];
  const seen = grant.view ?? all.filter((name) => !grant.hidden?.includes(name));
  const named = withKeys(table, [...seen, ...(table.access?.labelFields ?? [])]);
  if (table.key) named.add(table.key);
  for (const name of SHOWN_BY_HOST) named.add(name);
  return named;
}

function reaches(
  access: CollectionAccess,
  role: string,
  grant: RoleGrant,
  reach: RoleGrant['reach'],
  row: Row,
  caller: Caller,
): boolean {
  if (grant.only && !fits(grant.only, row)) return false;
  return [reach].flat().some((each) => {
    if (each === 'all') return true;
    if (each === 'own') {
      const column = grant.ownerField ?? access.ownerField;
      return caller.userId !== null && Boolean(column) && String(row[column!]) === String(caller.userId);
    }
    const column = access.areaField === undefined ? 'areaCode' : access.areaField;
    const code = column ? row[column] : null;
    return typeof code === 'string' && (caller.areas[role] ?? []).some((area) => code.startsWith(area));
  });
}

/** Whether a row has the values that a grant is narrowed to. */
function fits(only: Readonly<Record<string, unknown>>, row: Row): boolean {
  return Object.keys(only).every((column) => valuesOf(only, column).map(String).includes(String(row[column])));
}

/** The values one column may have. @throws for a condition that is not known here, so that none is passed over */
export function valuesOf(only: Readonly<Record<string, unknown>>, column: string): readonly unknown[] {
  const condition = only[column];
  if (column.startsWith('$')) throw new Error(`the oracle does not know ${column}`);
  if (typeof condition !== 'object' || condition === null) return [condition];
  const { $in, ...others } = condition as { $in?: readonly unknown[] };
  if (!$in || Object.keys(others).length > 0) throw new Error(`the oracle does not know ${JSON.stringify(condition)}`);
  return $in;
}

function isInClear(access: CollectionAccess, grant: RoleGrant, row: Row, caller: Caller): boolean {
  if (!(grant.clearOwn ?? [grant.reach].flat().includes('own'))) return false;
  const column = grant.ownerField ?? access.ownerField;
  return caller.userId !== null && Boolean(column) && String(row[column!]) === String(caller.userId);
}
