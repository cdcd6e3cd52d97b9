import type { Context, Next } from '@nocobase/actions';
import type { Field } from '@nocobase/database';
import { translatedTitle } from '../errors';
import { choicesOf } from '../protection/choices';

interface Selection {
  field?: unknown;
  alias?: unknown;
  aggregation?: unknown;
}

interface ChartQuery {
  collection?: unknown;
  dataSource?: unknown;
  dimensions?: unknown;
  measures?: unknown;
}

/** What of a data source tells its fields. */
interface DataSource {
  collectionManager?: { getCollection(name: string): Described | undefined };
}
interface Described {
  getField(name: string): Pick<Field, 'options'> | undefined;
}

type Row = Record<string, unknown>;
/** Label by value, as the reader is shown it. */
type Labels = ReadonlyMap<string, string>;

/** Aggregations whose result is one of the values; a number of them is none. */
const KEEPS_VALUE = new Set(['', 'min', 'max']);

/**
 * NocoBase's charts draw what `charts:queryData` answers, without a place where a value could be given its label: the axis
 * of a state would read `onRoll`. So the rows go out with the labels of choices, in the reader's language. Filters are in
 * the request, and go on by value; what opens something from a click finds the value of a label in the answer's
 * `meta.choices`, by column.
 */
export async function labelChartChoices(ctx: Context, next: Next): Promise<void> {
  await next();
  const { resourceName, actionName, params } = ctx.action;
  if (resourceName !== 'charts' || actionName !== 'queryData' || !Array.isArray(ctx.body)) return;
  const columns = labelledColumns(ctx, (params.values ?? {}) as ChartQuery);
  if (columns.size === 0) return;
  const separator = String(ctx.get('x-locale') || ctx.get('accept-language')).startsWith('zh') ? '、' : ', ';
  // copies: NocoBase keeps the rows of a chart for others, who read another language
  const rows = (ctx.body as Row[]).map((row) => labelled(row, columns, separator));
  const choices = Object.fromEntries([...columns].map(([column, labels]) => [column, inverted(labels)]));
  ctx.body = { rows, choices };
}

/** The columns of the answer that hold values of choices. */
function labelledColumns(ctx: Context, query: ChartQuery): Map<string, Labels> {
  const source = ctx.app.dataSourceManager.dataSources.get(String(query.dataSource || 'main')) as
    DataSource | undefined;
  const manager = source?.collectionManager;
  const collection = typeof query.collection === 'string' ? manager?.getCollection(query.collection) : undefined;
  const columns = new Map<string, Labels>();
  if (!manager || !collection) return columns;
  for (const { field, alias, aggregation } of [...selections(query.dimensions), ...selections(query.measures)]) {
    if (!KEEPS_VALUE.has(String(aggregation ?? ''))) continue;
    const path = (Array.isArray(field) ? (field as unknown[]) : String(field ?? '').split('.')).filter(Boolean);
    const [first, second] = path.map(String);
    const own = collection.getField(first);
    const target = second === undefined ? undefined : manager.getCollection(String(own?.options?.target));
    const labels = labelsOf(ctx, second === undefined ? own : target?.getField(second));
    if (labels.size > 0) columns.set(typeof alias === 'string' && alias !== '' ? alias : path.join('.'), labels);
  }
  return columns;
}

const selections = (list: unknown): Selection[] => (Array.isArray(list) ? (list as Selection[]) : []);

/** Two values with one label would be one place on the axis: there the value stands beside it. */
function labelsOf(ctx: Context, field: Pick<Field, 'options'> | undefined): Labels {
  const labels = choicesOf(field?.options).flatMap(({ value, label }): [string, string][] => {
    const shown = translatedTitle(ctx, label);
    return shown ? [[String(value), shown]] : [];
  });
  const isTwice = (text: string) => labels.filter(([, label]) => label === text).length > 1;
  return new Map(labels.map(([value, label]) => [value, isTwice(label) ? `${label} (${value})` : label]));
}

function labelled(row: Row, columns: ReadonlyMap<string, Labels>, separator: string): Row {
  const shown = { ...row };
  for (const [column, labels] of columns) {
    const value = row[column];
    if (Array.isArray(value)) shown[column] = value.map((each) => labelOf(labels, each)).join(separator);
    else if (Object.hasOwn(row, column)) shown[column] = labelOf(labels, value);
  }
  return shown;
}

const labelOf = (labels: Labels, value: unknown): unknown =>
  value === null || value === undefined ? value : (labels.get(String(value)) ?? value);

const inverted = (labels: Labels): Record<string, string> =>
  Object.fromEntries([...labels].map(([value, label]) => [label, value]));
