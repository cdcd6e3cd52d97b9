import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';

const TEMPLATE = /^\{\{\s*t\(\s*(['"])(.+?)\1\s*(?:,\s*\{\s*ns:\s*(?:\[\s*)?(['"])(.+?)\3.*\}\s*)?\)\s*\}\}$/;

/** A title as the caller reads it: `{{t("…", {ns: "…"})}}` is translated, plain text is itself. */
export function translatedTitle(ctx: Context, title: unknown): string | undefined {
  if (typeof title !== 'string' || title === '') return undefined;
  const [, , key, , namespace] = TEMPLATE.exec(title) ?? [];
  if (key === undefined) return title;
  const namespaces = namespace === undefined ? ['lm-collections', 'client'] : [namespace];
  return typeof ctx.t === 'function' ? String(ctx.t(key, { ns: namespaces })) : key;
}

/** Title of a field as the caller reads it; a foreign key takes the title of its relation, which is what forms show. */
export function fieldTitle(ctx: Context, collection: Collection | undefined, name: string): string | undefined {
  const relation = [...(collection?.fields.values() ?? [])].find(
    ({ options }) => options?.type === 'belongsTo' && options?.foreignKey === name,
  );
  const shown = relation ?? collection?.getField(name);
  return translatedTitle(ctx, shown?.options?.uiSchema?.title);
}
