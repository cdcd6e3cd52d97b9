/** Options of assignee rules: each rule brings them with it, the canvas draws them, and the server checks what is stored. */
import type { AssigneeRule } from './config';

export const OPTION_KINDS = [
  /** One, or several, of `choices`. */
  'choice',
  'choices',
  /** Several records of a collection, kept by a column of theirs; see `of`. */
  'records',
  'role',
  'users',
  /** A relation of the record that leads to people. */
  'people',
  /** A relation of the record to many. */
  'relations',
  /** `levelsAbove` and `level` together: the record's area, so many levels above it, or the named level above it. */
  'place',
  'number',
  'text',
] as const;
export type RuleOptionKind = (typeof OPTION_KINDS)[number];

/** What an option of the kind `records` offers. */
export interface OfferedRecords {
  collection: string;
  /** Column that is kept in the configuration, e.g. `code`. */
  value: string;
  title: string;
  /** Column with the English title, where there is one. */
  titleEn?: string;
  sort?: string;
}

export interface RuleChoice<Text> {
  value: string | number | boolean;
  title: Text;
  /** How it reads in the rule's sentence. Default: the title. */
  said?: Text;
}

/** @typeParam Text in both languages where it is declared, in the reader's where it is drawn */
export interface RuleOption<Text> {
  /** Key of the rule's configuration. */
  name: string;
  title: Text;
  kind: RuleOptionKind;
  /** The rule says nothing without it. */
  required?: boolean;
  /** What a new rule begins with. */
  initially?: unknown;
  choices?: readonly RuleChoice<Text>[];
  of?: OfferedRecords;
}

export interface RuleDescription<Text> {
  type: string;
  /** As it is chosen on the canvas. */
  title: Text;
  /** The rule in words, with `{{option}}` in the place of what was chosen, e.g. `区域内的{{role}}`. */
  sentence: Text;
  options: readonly RuleOption<Text>[];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

export function valueOf(rule: AssigneeRule, { name, kind }: Pick<RuleOption<unknown>, 'name' | 'kind'>): unknown {
  const values: Readonly<Record<string, unknown>> = { ...rule };
  return kind === 'place' ? (values.level ?? values[name]) : values[name];
}

/** Options that a rule has to have and has not, or that hold none of their choices. */
export function unfitOptions<Text>(rule: AssigneeRule, options: readonly RuleOption<Text>[]): RuleOption<Text>[] {
  return options.filter((option) => {
    const value = valueOf(rule, option);
    if (isEmpty(value)) return option.required ?? false;
    const { choices } = option;
    return choices !== undefined && ![value].flat().every((each) => choices.some((choice) => choice.value === each));
  });
}
