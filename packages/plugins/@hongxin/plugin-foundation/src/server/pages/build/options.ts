/** What a page says of itself. Everything else is derived: from its collections, their processes, and the plugin's house rules. */
import type { CollectionOptions } from '@nocobase/database';
import type { LocalizedText, ProcessDefinition } from '@hongxin/rules/mechanism';
import type { RoleName } from '../../domain';

/** Fields under a title, as a form or the details of a record show them. */
export interface FieldGroup {
  key: string;
  title: string;
  fields: readonly string[];
}

/** Names of fields, or groups of them. */
export type Fields = readonly string[] | readonly FieldGroup[];

export interface Condition {
  path: string;
  operator: string;
  value: unknown;
}

/** Which records a chooser offers, in which order. */
export interface Offer {
  filter?: { logic: '$and' | '$or'; items: readonly Condition[] };
  sort?: readonly { field: string; direction: 'asc' | 'desc' }[];
}

/** What the pages of a plugin have in common. */
export interface House {
  /** First part of the pages' keys. */
  plugin: string;
  /** Menu group of its pages on a desk. */
  group: { title: string; icon: string };
  /** Who sees a page that does not say it. */
  roles?: readonly RoleName[];
  words?: Words;
  /** What choosers of its forms offer; the client may read the same table. */
  offers?: readonly { collection: string; field: string; offer: Offer }[];
  /** Own action by which whoever is in charge of several areas narrows a list to one. */
  areaFilter?: string;
  /** What a click on a relation shows of the record it leads to; of other collections nothing. */
  summaries?: readonly Summary[];
}

export interface Summary {
  collection: CollectionOptions;
  /** Default: the collection's. */
  title?: string;
  fields: readonly string[];
}

export interface Words {
  /** On the button for changing a record. Default 修改. */
  edit?: string;
  /** On the button below a form. Default: NocoBase's own. */
  save?: string;
}

export interface FormOptions {
  /** Default: the list's `form`. */
  form?: Fields;
  /** On the button. Default: the popup's title, or the word for changing. */
  button?: string;
  title?: string;
  save?: string;
  /** A second button, which saves and performs this transition. Changing is possible only while the transition is. */
  submit?: string;
}

/** Records that hang on the one looked at, as a table in its popup. */
export interface RelatedTable {
  relation: string;
  collection: CollectionOptions;
  fields: readonly string[];
  /** Default: the relation's. */
  key?: string;
}

/** A further button of a record, with a popup of a few of its fields and a block of ours. */
export interface ExtraPopup {
  key: string;
  button: string;
  title: string;
  record: { key: string; fields: readonly string[] };
  below: string;
}

/** One list of records: a table on a desk, cards on a phone. */
export interface ListOptions {
  collection: CollectionOptions;
  /** What one record is called on buttons and popups. Default: the collection's title. */
  noun?: string;
  /** 办理 on rows and in the popup, the record's steps above its details and its history below. */
  process?: ProcessDefinition;
  /** Default: the first seven of the form. */
  fields?: readonly string[];
  /** As NocoBase sorts; `-id` is the newest first. */
  order?: string | readonly string[];
  /** Only records in these states. */
  states?: readonly string[];
  /** Only records that meet all of these. */
  filter?: readonly Condition[];
  pageSize?: number;
  /** NocoBase's own actions above the list. Default: filter and refresh, on a phone refresh. */
  tools?: readonly string[];
  /** What people fill in. Who gives it gets buttons to add and to change, unless switched off. */
  form?: Fields;
  add?: false | FormOptions;
  edit?: false | FormOptions;
  canDelete?: boolean;
  /** What the popup of a record shows, at most twenty fields. Default: the form. */
  details?: false | Fields;
  /** Title of that popup. Default: the noun and 详情. */
  detailsTitle?: string;
  related?: readonly RelatedTable[];
  popups?: readonly ExtraPopup[];
  /** Without the steps above the details. */
  steps?: false;
  /** Block of ours below the details. Default: the history, where there is a process. */
  below?: string;
  /** Action of ours on rows and in the popup. Default: 办理, where there is a process. */
  press?: string;
  /** Further actions of ours on the rows. */
  rowActions?: readonly string[];
  /** Block of ours above the list. */
  above?: string;
  /** Whether it can be narrowed to an area. Default: where the house has a filter, records have an `areaCode`, and officials see it. */
  byArea?: boolean;
  /** Import and export of a list of all records. */
  sheet?: { explain?: string; columns: readonly SheetField[] };
  words?: Words;
  /** What choosers of these forms offer, where it differs from the house's. */
  offers?: Readonly<Record<string, Offer>>;
  /** Relations are shown as their titles only, though the house has summaries. */
  summaries?: false;
}

/** A field, or a readable key of what it points to (`area.code`), and its heading where that is not the field's title. */
export type SheetField = string | readonly [path: string, title: string];

interface TabNames {
  key: string;
  /** Default: the page's. */
  title?: string;
}

/** A tab that is one block of ours. */
export interface BlockTab extends TabNames {
  block: string;
}

/** A tab that is the form for a new record, and a text below it. */
export interface FormTab extends TabNames, Partial<ListOptions> {
  register: { save?: string; submit?: string; text?: LocalizedText };
}

/** What a list does not say it takes from the page, unless it is of another collection. */
export type ListTab = TabNames & Partial<ListOptions>;

export type TabOptions = BlockTab | FormTab | ListTab;

export interface PageOptions extends Partial<ListOptions> {
  /** Second part of the page's key. */
  name: string;
  /** Raised when the page changes. Default 1. */
  version?: number;
  title: string;
  icon: string;
  sort: number;
  roles?: readonly RoleName[];
  /** Roles that other plugins bring see it too. */
  furtherRoles?: true;
  /** In the phone layout. */
  phone?: true;
  tabs: readonly TabOptions[];
}
