import type { Context, Next } from '@nocobase/actions';
import { NAMESPACES } from './texts';

interface Choice {
  label?: unknown;
}

interface FieldMeta {
  uiSchema?: { enum?: unknown };
}

interface CollectionMeta {
  fields?: readonly FieldMeta[];
}

/**
 * NocoBase's new client translates the labels of choices only where they are written as templates, its server and its
 * legacy client by namespace. So they go out translated in what clients learn about collections; what an administrator
 * edits is read by other ways, and comes as it was written.
 */
export async function translateChoices(ctx: Context, next: Next): Promise<void> {
  await next();
  const { resourceName, actionName } = ctx.action;
  if (resourceName !== 'collections' || actionName !== 'listMeta' || !Array.isArray(ctx.body)) return;
  const translate = (text: string) => (ctx.t as Translate)(text, { ns: NAMESPACES.collections });
  // copies: what is answered are the collections' own options
  ctx.body = (ctx.body as CollectionMeta[]).map((collection) => ({
    ...collection,
    ...(collection.fields ? { fields: collection.fields.map((field) => withTranslated(field, translate)) } : {}),
  }));
}

type Translate = (text: string, options: { ns: string }) => string;

function withTranslated(field: FieldMeta, translate: (text: string) => string): FieldMeta {
  const choices = field.uiSchema?.enum;
  if (!Array.isArray(choices)) return field;
  return { ...field, uiSchema: { ...field.uiSchema, enum: choices.map((choice) => translated(choice, translate)) } };
}

function translated(choice: unknown, translate: (text: string) => string): unknown {
  const { label } = (typeof choice === 'object' && choice !== null ? choice : {}) as Choice;
  const isPlain = typeof label === 'string' && !label.includes('{{');
  return isPlain ? { ...(choice as Choice), label: translate(label) } : choice;
}
