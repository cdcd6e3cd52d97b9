import type { CollectionOptions } from '@nocobase/database';

/**
 * A collection whose titles are written in plain Chinese, as administrators read and change them. NocoBase looks them up in
 * its own namespace (see `translations/`), which the locale files of the plugin fill; a template in their place would be
 * shown as such wherever a title may be edited.
 * @param namespace package name of the plugin whose locale files hold the English
 * @throws when a title is a template
 */
export function localized(namespace: string, collection: CollectionOptions): CollectionOptions {
  const fields = collection.fields ?? [];
  const titles = [
    collection.title,
    ...fields.map(({ uiSchema }) => (uiSchema as { title?: string } | undefined)?.title),
  ];
  const template = titles.find((title) => title?.includes(`ns: "${namespace}"`));
  if (template) throw new Error(`${collection.name}: ${template} is to be written as plain text`);
  return { ...collection, title: collection.title ?? collection.name };
}
