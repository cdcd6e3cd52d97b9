import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { refuse } from '../../errors';
import { currentIdentity } from '../../identity';

/** What a browser runs when it opens it: pages, drawings, scripts. */
const RUNNABLE_NAME = /^\.?(x?html?|shtml?|svgz?|xml|xslt?|xht|m?js|mhtml?|swf|hta|htc|jar)$/i;
const RUNNABLE_TYPE = /html|svg|xml(?!formats)|javascript|ecmascript|flash|java-archive/i;
/** Office documents have "xml" in their type and are none. */
const OFFICE_TYPE = /^application\/vnd\.(openxmlformats|ms-)/i;

/** @returns whether a browser would run what a file of this name and type holds */
export function isRunnable(name: string, type: string): boolean {
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.')) : name;
  return RUNNABLE_NAME.test(extension) || (RUNNABLE_TYPE.test(type) && !OFFICE_TYPE.test(type));
}

/** Refuses files of users that would run in the browser of whoever opens them. */
export function watchFileTypes(app: Application): void {
  const check = (row: Model): void => {
    const identity = currentIdentity();
    if (!identity || identity.isAdministrator) return;
    const text = (name: string) => String((row.get(name) as string | null | undefined) ?? '');
    if (isRunnable(text('extname'), text('mimetype')) || isRunnable(text('filename'), ''))
      throw refuse(400, 'FILE_TYPE_REFUSED', { type: text('extname') || text('mimetype') });
  };
  // files for an AI employee are kept in a table of their own
  for (const table of ['attachments', 'aiFiles']) {
    app.db.on(`${table}.beforeCreate`, check);
    app.db.on(`${table}.beforeUpdate`, check);
  }
}
