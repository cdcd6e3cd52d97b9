/**
 * What a domain plugin declares. The foundation reads these tables and does the rest:
 * state machines, roles and scopes, guards, masks, pages, workflows.
 */
import type { Transaction } from '@nocobase/database';
import type {
  AreaLevel,
  LocalizedText,
  MaskKind,
  ProcessDefinition,
  Reason,
  ReasonLabels,
  ReasonTexts,
} from '@hongxin/rules/mechanism';
import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import type { Scope } from './database/sql';
import type { Blueprint } from './seeding/pages/blueprint';

/** Roles that are there whichever plugins are (contract, architecture.md §5). */
export const ROLE_NAMES = [
  'hx-city',
  'hx-official',
  'hx-unit',
  'hx-member',
  'hx-social-org',
  'hx-expert',
  'hx-evaluator',
  'hx-resident',
] as const;

/**
 * Names of roles. A plugin that brings one adds it, so that a misspelt name does not compile:
 * `declare module '@hongxin/plugin-foundation' { interface RoleNames { 'hx-council': true } }`.
 */
export interface RoleNames extends Record<(typeof ROLE_NAMES)[number], true> {}
export type RoleName = keyof RoleNames;

/** A role as the plugin that brings it declares it; rights are granted collection by collection. */
export interface RoleDeclaration {
  /** The Chinese is stored as the role's title, which an administrator may change. */
  title: LocalizedText;
  /** What it is called where it is said who acts, e.g. 社区干部. Default: the title. */
  asParty?: LocalizedText;
  /** Who has it decides for others, and may be named a deputy. */
  decides?: true;
  /** A post gives it: without a post any more it says nothing. */
  byPost?: true;
}
export type RoleDeclarations = Readonly<Partial<Record<RoleName, RoleDeclaration>>>;

/**
 * Which records of a collection a role reaches. `area`: those below the areas where the user's current posts give
 * this role; `own`: those whose owner column holds the user's id; `all`: every record.
 */
export type Reach = 'all' | 'area' | 'own';

export interface RoleGrant {
  /** Several reaches are joined by "or". */
  reach: Reach | readonly Reach[];
  /** Column that makes a record this role's own; default the collection's `ownerField`. */
  ownerField?: string;
  /** Within the reach, only records that match: a filter of NocoBase, e.g. `{ state: { $in: ['published'] } }`. */
  only?: Readonly<Record<string, unknown>>;
  /** Fields the role sees. Default: every field of the collection except `hidden`. */
  view?: readonly string[];
  hidden?: readonly string[];
  /** Fields the role may fill when it creates, or nothing. */
  create?: readonly string[];
  /** Fields the role may change, or nothing. */
  update?: readonly string[];
  /** Narrower reach for update and destroy; default the same as `reach`. */
  changeReach?: Reach | readonly Reach[];
  destroy?: boolean;
  import?: boolean;
  export?: boolean;
  /** May call `:transition` and `:transitions`; which ones are open is the process's business (`by`). */
  transition?: boolean;
  /** Personal fields the role may reveal one by one, with a reason and a trace. */
  reveal?: readonly string[];
  /** Sees personal fields of own records in clear text. Default true for reach `own`. */
  clearOwn?: boolean;
}

/** Fields by name; true: all that people fill in. */
export type FieldList = true | readonly string[] | { except: readonly string[] };

/** A grant as a part declares it; see `parts/complete-access` for what follows from the fields. */
export type GrantDeclaration = Omit<RoleGrant, 'create' | 'update'> & { create?: FieldList; update?: FieldList };

/** Access as a part declares it: what is marked at a field need not be said again. */
export type AccessDeclaration = Omit<CollectionAccess, 'grants'> & {
  grants: Readonly<Partial<Record<RoleName, GrantDeclaration>>>;
};

/**
 * How records of a collection are reached: by the area they lie in, by who owns them, by who they are given to, by
 * everybody a grant names, or by nobody (tables of links and the server's own bookkeeping).
 */
export type AccessScope = 'area' | 'owner' | 'assignment' | 'public' | 'internal';

export interface CollectionAccess {
  collection: string;
  /** Default: `area` where the collection has its `areaField`, else `owner` where it has an `ownerField`. */
  scope?: AccessScope;
  /** Column with the area's digits; `code` on hxAreas itself; null where records belong to no place. Default 'areaCode'. */
  areaField?: string | null;
  /** Column with the owner's users.id; null where nobody owns records. Default null. */
  ownerField?: string | null;
  /** Fields shown to whoever may see a record that points here, even when the target is outside their reach. `id` always. */
  labelFields: readonly string[];
  personalFields?: Readonly<Record<string, MaskKind>>;
  /** Column with the users.id of whom a record is about. Default: `ownerField`; null: about nobody with an account. */
  subjectField?: string | null;
  /** Further columns that name a person; cleared together with the personal ones when a record's time is over. */
  anonymize?: readonly string[];
  /** Columns only the server fills: refused in create, update and import for everybody. State and number are added by themselves. */
  serverFields?: readonly string[];
  /**
   * Records of what happened, such as consents and tasks: the pack's own code alone writes and deletes them. No right opens
   * the host's actions on them, to administrators neither; transitions go on.
   */
  writtenByServer?: boolean;
  /** Own to-many associations whose rows may be written nested inside this record (budget lines, team rows). */
  nested?: readonly string[];
  /** Every created, changed and deleted row leaves an event that names the fields, never their values. */
  traced?: boolean;
  /**
   * What an import finds a record again by where its row carries no record id: fields that together name one record, the
   * surest first. Never personal ones. Unique fields such as a number or a code need not be named.
   */
  importKeys?: readonly (readonly string[])[];
  /**
   * What makes two records one where a row of an import carries neither an id nor a key, e.g. a person's name and phone.
   * Personal ones are compared under their mask. Left out: a row is about a record that equals it in every filled cell.
   */
  importAlike?: readonly string[];
  /** How long records are kept after their last change, in months; null: as long as the programme runs. */
  retentionMonths: number | null;
  grants: Readonly<Partial<Record<RoleName, RoleGrant>>>;
  /** What roles have that other plugins bring, where those grant them nothing else here. Default: nothing. */
  furtherRoles?: RoleGrant;
}

/**
 * What roles of one plugin may do on a collection that another one brings. What they see is said field by field: nothing
 * that the other adds later is opened by itself.
 */
export interface FurtherGrants {
  collection: string;
  /** Package that brings the collection where it may be off: until then the grants wait. */
  ofPlugin?: string;
  grants: Readonly<Partial<Record<RoleName, Omit<RoleGrant, 'view' | 'hidden'> & { view: readonly string[] }>>>;
}

/** Who acts. `null` userId: the system itself. */
export interface Actor {
  userId: number | null;
  /** As the event log is to keep it; looked up when left out. */
  name?: string;
  roles: readonly string[];
  /** The user on whose behalf the actor acts, if any (delegation, move node). */
  onBehalfOfId?: number | null;
}

export interface TransitionContext {
  db: Database;
  /** The row, locked FOR UPDATE, with the transition's values already set but not yet saved (guards, fills) or saved (effects). */
  record: Model;
  transition: string;
  from: string;
  to: string;
  values: Readonly<Record<string, unknown>>;
  opinion: string | null;
  actor: Actor;
  now: Date;
  transaction: Transaction;
}

export interface ProcessRegistration {
  definition: ProcessDefinition;
  /** Checks that need the database; key is the transition's name. All reasons are returned together with the pure ones. */
  guards?: Readonly<Record<string, (context: TransitionContext) => Promise<Reason[]>>>;
  /**
   * What guards, fills and effects are going to ask of each record (`askEach`), read at once when many take the step
   * together, after their rows are locked; key is the transition's name.
   */
  foresees?: Readonly<Record<string, (records: readonly Model[], scope: Scope) => Promise<void>>>;
  /**
   * What the server fills in on the record (numbers, dates, derived places): `record.set(…)` before the state is
   * saved, so that a transition stays one UPDATE. Key is the transition's name.
   */
  fills?: Readonly<Record<string, readonly ((context: TransitionContext) => Promise<void>)[]>>;
  /** What else happens, inside the same transaction, after the state is saved; key is the transition's name. */
  effects?: Readonly<Record<string, readonly ((context: TransitionContext) => Promise<void>)[]>>;
}

/** One place where a user's current post gives a role. */
export interface AreaGrant {
  role: string;
  areaCode: string;
  level: AreaLevel;
  postId: number;
}

/** Answers which areas a user's current posts give, and for which role. plugin-governance registers it. */
export type AreaGrantProvider = (userId: number, onDate: string, transaction?: Transaction) => Promise<AreaGrant[]>;

/** Says whether the actor stands in a named relation to a record, e.g. the liaison of the record's unit. */
export type PartyResolver = (record: Model, actor: Actor, transaction?: Transaction) => Promise<boolean>;

/** A named relation to a record, as steps of a process name it in `by`. */
export interface PartyDeclaration {
  /** What whoever stands in it is called where it is said who acts; left out where nobody waits for them. */
  label?: LocalizedText;
  is: PartyResolver;
}

export interface NumberSeries {
  /** Series name, e.g. 'memberRegistration'. */
  name: string;
  collection: string;
  /** Column that receives the number. Default 'number'. */
  field?: string;
  /** Pattern of @hongxin/rules formatNumber, e.g. 'BD-{year}-{areaCode:9}-{sequence:5}'. */
  pattern: string;
  /** 'create': when the row is inserted. 'manual': an effect asks for it. */
  issue: 'create' | 'manual';
}

export interface PageSeed {
  /** Stable key, `<plugin>/<page>`; never reused for another page. */
  key: string;
  /** Raise when the blueprint changes: pages nobody edited follow, edited ones wait for the administrator. */
  version: number;
  layout: 'desktop' | 'mobile';
  /** Roles that see the page; root and admin always do. */
  roles: readonly RoleName[];
  /** Roles that other plugins bring see it too. */
  furtherRoles?: true;
  group?: { title: string; icon: string };
  item: { title: string; icon: string };
  /** Position inside the menu, ascending over all plugins: governance 100…, registration 200…, venture 300… */
  sort: number;
  /** The document for flowSurfaces:applyBlueprint without version, mode and navigation: page, tabs, assets. */
  blueprint: Blueprint;
  /** The pack's own blocks and actions, which the blueprint language does not know. */
  ownBlocks?: readonly OwnBlock[];
  ownActions?: readonly OwnAction[];
  /** Settings of fields that the blueprint language does not know, e.g. which records a chooser offers. */
  fieldSteps?: readonly FieldSteps[];
}

/** A block of ours, put above or below what the blueprint made in a tab or a popup. */
export interface OwnBlock {
  tab: string;
  /** `<blockKey>.<actionKey>` of the action whose popup it goes into; default: the tab itself. */
  popup?: string;
  place: 'top' | 'bottom';
  use: string;
  stepParams?: Readonly<Record<string, unknown>>;
}

/** An action of ours on a block the blueprint made, e.g. 办理 on a table's rows. */
export interface OwnAction {
  /** Key of the block in the blueprint; for a block inside a popup: `<blockKey>.<actionKey>.<blockKey>`. */
  block: string;
  place: 'record' | 'collection' | 'form';
  use: string;
  stepParams?: Readonly<Record<string, unknown>>;
}

/** Flow settings of the model behind one field of a block, e.g. `{ selectSettings: { dataScope: { filter } } }`. */
export interface FieldSteps {
  /** Address of the block, as in `OwnAction.block`. */
  block: string;
  field: string;
  stepParams: Readonly<Record<string, unknown>>;
}

export interface WorkflowSeed {
  key: string;
  version: number;
  title: LocalizedText;
  type: string;
  config: Readonly<Record<string, unknown>>;
  enabled: boolean;
  nodes: readonly WorkflowNodeSeed[];
}

export interface WorkflowNodeSeed {
  key: string;
  type: string;
  title: string;
  config: Readonly<Record<string, unknown>>;
  /** Key of the node this one comes after. Default: the one before it in the list. */
  after?: string;
  /** Makes this node the first of a branch of the node it comes after (condition, review …). */
  branchIndex?: number;
}

/** A version of what people are told before they consent (PIPL art. 14, 17). A change of text is a new version. */
export interface PrivacyNoticeSeed {
  /** Which notice; consents name it. */
  code: string;
  version: string;
  title: LocalizedText;
  /** Markdown. */
  text: LocalizedText;
}

/** What a domain plugin seeds and declares; see `DomainPart` for all that a part may bring. */
export interface DomainDefinition {
  processes?: readonly ProcessRegistration[];
  access?: readonly CollectionAccess[];
  /** Rights of own roles on collections of other plugins. */
  grants?: readonly FurtherGrants[];
  /** Roles that the plugin brings. */
  roles?: RoleDeclarations;
  numbers?: readonly NumberSeries[];
  pages?: readonly PageSeed[];
  /** Keys of pages that are no longer shipped: they leave the menu of an upgraded installation where nobody edited them. */
  retiredPages?: readonly string[];
  workflows?: readonly WorkflowSeed[];
  notices?: readonly PrivacyNoticeSeed[];
  parties?: Readonly<Record<string, PartyDeclaration>>;
  /** Messages of the plugin's reasons, those of its rules included; the ones every domain shares are known already. */
  reasons?: ReasonTexts;
  /** Titles of the codes that params of its reasons hold, by the name of the param. */
  reasonLabels?: ReasonLabels;
}
