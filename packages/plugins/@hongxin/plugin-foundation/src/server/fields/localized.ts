import type { CollectionOptions, FieldOptions } from '@nocobase/database';

/**
 * Lets a collection's Chinese titles and descriptions be read in other languages: the Chinese text is the key in the
 * plugin's locale files. Labels of choices stay as they are, since kanban and pie charts show them literally.
 * @param namespace package name of the plugin whose locale files hold the texts
 */
export function localized(namespace: string, collection: CollectionOptions): CollectionOptions {
  const fields = (collection.fields ?? []).map((field) => localizedField(namespace, field));
  return { ...collection, title: localizedText(namespace, collection.title ?? collection.name), fields };
}

/** A text in the reader's language; one that is an expression already stays. */
export function localizedText(namespace: string, text: string): string {
  return text.startsWith('{{') ? text : `{{t(${JSON.stringify(text)}, { ns: ${JSON.stringify(namespace)} })}}`;
}

function localizedField(namespace: string, field: FieldOptions): FieldOptions {
  const schema = field.uiSchema as { title?: string; description?: string } | undefined;
  if (!schema) return field;
  const text = (value: string | undefined) => (value === undefined ? undefined : localizedText(namespace, value));
  const { title, description, ...rest } = schema;
  const texts = {
    ...(title ? { title: text(title) } : {}),
    ...(description ? { description: text(description) } : {}),
  };
  return { ...field, uiSchema: { ...rest, ...texts } };
}
