import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';

const TEMPLATE = /^\{\{\s*t\(\s*(['"])(.+?)\1\s*(?:,\s*\{\s*ns:\s*(?:\[\s*)?(['"])(.+?)\3.*\}\s*)?\)\s*\}\}$/;

/**
 * A title or the label of a choice as the caller reads it: `{{t("…", {ns: "…"})}}` and plain text are translated, the
 * latter where somebody has translated it for NocoBase's collections.
 */
export function translatedTitle(ctx: Context, title: unknown): string | undefined {
  if (typeof title !== 'string' || title === '') return undefined;
  const [, , key, , namespace] = TEMPLATE.exec(title) ?? [];
  const text = key ?? title;
  if (typeof ctx.t !== 'function' || text.includes('{{')) return text;
  return String(
    ctx.t(text, { ns: namespace ?? (key === undefined ? 'lm-collections' : ['lm-collections', 'client']) }),
  );
}

/** Title of a field, or of a way across relations to one: `area.name` as 所属区域.名称; a hop without title keeps its name. */
export function pathTitle(ctx: Context, collection: Collection | undefined, path: string): string | undefined {
  if (!path.includes('.')) return fieldTitle(ctx, collection, path);
  const titles: string[] = [];
  let at = collection;
  for (const name of path.split('.')) {
    titles.push(fieldTitle(ctx, at, name) ?? name);
    const target: unknown = at?.getField(name)?.target;
    at = typeof target === 'string' ? ctx.db?.collections.get(target) : undefined;
  }
  return titles.join('.');
}

/** Title of a field as the caller reads it; a foreign key takes the title of its relation, which is what forms show. */
export function fieldTitle(ctx: Context, collection: Collection | undefined, name: string): string | undefined {
  const relation = [...(collection?.fields.values() ?? [])].find(
    ({ options }) => options?.type === 'belongsTo' && options?.foreignKey === name,
  );
  const shown = relation ?? collection?.getField(name);
  return translatedTitle(ctx, shown?.options?.uiSchema?.title);
}
