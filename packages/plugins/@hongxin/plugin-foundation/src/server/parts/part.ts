import type { CollectionOptions } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import type { AccessDeclaration, AreaGrantProvider, DomainDefinition } from '../domain';
import type { DayWork } from '../identity/new-day';
import type { Job } from '../jobs';
import type { NoticeChannel } from '../notices';
import type { ActionsOfResource } from '../own-actions/action';
import type { RecordCare } from '../records/care';
import type { RecordRule } from '../records/rules';
import type { ReminderKind } from '../reminders';
import type { SettingDefinition } from '../settings';
import type { TransitionGate, TransitionWitness } from '../transitions/hooks';
import type { ChoiceTexts } from '../translations';

/** What holds in the database whatever writes to it, and what its violation means to the user. */
export interface ConstraintDefinition {
  table: string;
  /** Unique in the database; errors are recognised by it. */
  name: string;
  /** As SQL writes it, e.g. `CHECK (…)` or `EXCLUDE USING gist (…)`. */
  definition: string;
  /** Left out where no user can come to violate it. */
  reason?: Reason;
}

export interface IndexDefinition {
  table: string;
  name: string;
  /** What follows the table, e.g. `("areaCode", state) WHERE …`. */
  definition: string;
}

/**
 * What a table begins with: written where it is empty, or where none of its rows is `within`; from then on it is the
 * administrator's.
 */
export interface ShippedRows {
  collection: string;
  /** Columns that make a group of the table: a dictionary of all dictionaries. Its rows get these values. */
  within?: Readonly<Record<string, string>>;
  rows: readonly Readonly<Record<string, unknown>>[];
  /** An upgrade fills it again where it has become empty: code of ours asks for its rows. */
  isNeeded?: boolean;
}

/**
 * One kind of record, with all that it brings: a folder of a plugin says it in its index, and the foundation does the rest.
 * Other plugins add keys of their own (`declare module '@hongxin/plugin-foundation'`), and say what becomes of them by
 * `parts.take`.
 */
export interface DomainPart extends Omit<DomainDefinition, 'access'> {
  access?: readonly AccessDeclaration[];
  collections?: readonly CollectionOptions[];
  constraints?: readonly ConstraintDefinition[];
  indexes?: readonly IndexDefinition[];
  /** Rules of records that hold whatever writes, by collection, in the order in which they run. */
  rules?: Readonly<Record<string, readonly RecordRule[]>>;
  /** By collection: while its records may be changed beside their process, and why they are kept. */
  records?: Readonly<Record<string, RecordCare>>;
  /** What else follows from what happens in the database, by NocoBase's event, e.g. `hxUnits.afterUpdate`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- NocoBase gives every event arguments of its own
  follows?: Readonly<Record<string, readonly ((...args: any[]) => unknown)[]>>;
  /** What else follows from what other plugins tell through the application, e.g. `hx.accountOpened`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- every event has arguments of its own
  hears?: Readonly<Record<string, (...args: any[]) => unknown>>;
  /** Own actions, by the collection, or the resource of our own, that they belong to; several parts may add to one. */
  resources?: Readonly<Record<string, ActionsOfResource>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- settings of every shape
  settings?: readonly SettingDefinition<any>[];
  reminders?: readonly ReminderKind[];
  jobs?: readonly Job[];
  /** Channels of NocoBase's notifications that messages of the plugin are sent through. */
  channels?: readonly NoticeChannel[];
  shippedRows?: readonly ShippedRows[];
  /** What an upgrade does once the plugin's constraints, roles and pages are written. */
  upgraded?: readonly (() => Promise<unknown>)[];
  /** Which areas the posts of a user give; one plugin says so. */
  areaGrants?: AreaGrantProvider;
  /** What a new day in China changes about who may do what. */
  newDay?: readonly DayWork[];
  /** Asked before a user's transition. */
  gates?: readonly TransitionGate[];
  /** Told of every transition, inside its transaction. */
  witnesses?: readonly TransitionWitness[];
  /** Labels, in a language, of choices that are data. */
  choiceTexts?: readonly ChoiceTexts[];
}

/** The same with all that follows from it: rights as they are written, rules of every origin. */
export type CompletePart = Omit<DomainPart, 'access' | 'records'> & Pick<DomainDefinition, 'access'>;
