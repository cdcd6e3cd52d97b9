import type Database from '@nocobase/database';
import { children, type FlowModels, type FlowNode } from '../flow-models';
import { fieldInitOf } from './own-parts';

/** What the width of a column depends on. */
export interface ColumnContent {
  interface?: string;
  /** The field's Chinese title, as it stands in the header. */
  title: string;
  /** Labels of a choice, which are drawn as tags. */
  labels: readonly string[];
  /** The field's name: numbers from the counter and codes of areas are long and are read to their end. */
  name: string;
  /** Where a relation points to. */
  target?: string;
  /** How a personal value is masked: one in clear text has an eye beside it. */
  mask?: string;
  /** Most letters a line of text may have. */
  limit?: number;
}

/** In pixels: one Chinese letter of a cell and of a tag, and what stands around them. */
const LETTER = 14;
const TAG_LETTER = 12;
const AROUND = 36;
const AROUND_TAG = 46;

const COUNTER_NUMBER = 225;
const LONG_TEXT = 220;
const USUAL = 150;
/** A name of a person, a door: fields of so few letters are narrow. */
const FEW_LETTERS = 50;
const NARROW = 105;

const BY_NAME: Readonly<Record<string, number>> = { number: COUNTER_NUMBER, code: 190, areaCode: 190 };
const BY_INTERFACE: Readonly<Record<string, number>> = {
  date: 115,
  datetime: 160,
  textarea: LONG_TEXT,
  multipleSelect: 180,
  integer: 80,
  number: 80,
  percent: 80,
  checkbox: 70,
};
const BY_MASK: Readonly<Record<string, number>> = { name: NARROW, phone: USUAL };
const BY_TARGET: Readonly<Record<string, number>> = { hxAreas: 140, hxOrganizations: 165 };
/** Names of places and organisations differ at their end, which has to be in sight. */
const NAME = 185;
const TAGGED = new Set(['select', 'radioGroup']);

/** @returns the width in pixels at which the usual content of a column can be read without a gap beside it */
export function columnWidth(content: ColumnContent): number {
  const { mask, name, target, labels, limit = Infinity } = content;
  const header = [...content.title].length * LETTER + AROUND;
  const kind = content.interface ?? '';
  const tag = Math.max(0, ...labels.map((label) => [...label].length)) * TAG_LETTER + AROUND_TAG;
  const inside =
    (mask && BY_MASK[mask]) ||
    BY_NAME[name] ||
    (target && BY_TARGET[target]) ||
    (TAGGED.has(kind) && labels.length > 0 && tag) ||
    (kind === 'input' && limit <= FEW_LETTERS && NARROW) ||
    (name === 'name' && NAME) ||
    (BY_INTERFACE[kind] ?? USUAL);
  return Math.max(inside, header);
}

/** Room for the links of a row, in Chinese or in English. */
export const actionsWidth = (count: number): number => 46 + Math.max(1, count) * 36;

interface Rule {
  name: string;
  args?: { limit?: number };
}

/** The text of a `{{t("text", …)}}`; one that is no expression is the text itself. */
const textOf = (title = ''): string => (title.startsWith('{{') ? (/"([^"]*)"/.exec(title)?.[1] ?? '') : title);

/** What a field of the database says of its column. */
function contentOf(
  db: Database,
  collection: string,
  path: string,
  maskOf: (collection: string, field: string) => string | undefined,
): ColumnContent | null {
  const field = db.getCollection(collection)?.getField(path);
  if (!field) return null;
  const schema = (field.options.uiSchema ?? {}) as { title?: string; enum?: { label?: string }[] };
  const rules = (field.options.validation as { rules?: Rule[] } | undefined)?.rules;
  return {
    interface: field.options.interface as string | undefined,
    title: textOf(schema.title),
    labels: (schema.enum ?? []).map((choice) => textOf(choice.label)),
    name: path,
    target: field.options.target as string | undefined,
    mask: maskOf(collection, path),
    limit: rules?.find((rule) => rule.name === 'max')?.args?.limit,
  };
}

/** Gives every column of the page's tables the width of its content, where NocoBase would make all the same. */
export async function setColumnWidths(
  db: Database,
  models: FlowModels,
  nodes: readonly FlowNode[],
  maskOf: (collection: string, field: string) => string | undefined,
): Promise<void> {
  for (const column of nodes.filter(({ use }) => use === 'TableColumnModel' || use === 'TableActionsColumnModel')) {
    const { collectionName, fieldPath } = fieldInitOf(column) ?? {};
    const content = collectionName && fieldPath ? contentOf(db, collectionName, fieldPath, maskOf) : null;
    const width =
      column.use === 'TableActionsColumnModel'
        ? actionsWidth(children(column).length)
        : content && columnWidth(content);
    if (!width) continue;
    const settings = column.stepParams?.tableColumnSettings as Record<string, unknown> | undefined;
    const stepParams = { ...column.stepParams, tableColumnSettings: { ...settings, width: { width } } };
    await models.upsertModel({ uid: column.uid, stepParams });
  }
}
