import { createHash } from 'node:crypto';
import type { Context, Next } from '@nocobase/actions';

/**
 * What every page asks for anew, and what hardly ever changes: texts, tables, plugins, menus, the structure of pages. None of
 * it is a record of the city; browsers keep records of nobody.
 */
const KEPT = new Set([
  'app:getLang',
  'collections:listMeta',
  'dataSources:listEnabled',
  'desktopRoutes:listAccessible',
  'flowModels:findOne',
  'pm:listEnabled',
  'pm:listEnabledV2',
  'roles:check',
  'systemSettings:get',
  'themeConfig:list',
  'uiLayouts:listEnabled',
  'uiSchemas:getJsonSchema',
]);
/** What an answer depends on beside its address: nobody is shown what another was told. */
const VARIES = 'Authorization, X-Role, X-Locale, X-Authenticator, X-App, X-Data-Source';

/** Lets browsers ask whether what they have kept is still so (304), and has them keep nothing else of the application's. */
export async function tellWhatIsKept(ctx: Context, next: Next): Promise<void> {
  await next();
  if (typeof ctx.body !== 'object' || ctx.body === null || !isPlain(ctx.body) || ctx.response.get('Cache-Control'))
    return;
  const isKept = ctx.method === 'GET' && ctx.status === 200 && KEPT.has(nameOf(ctx));
  ctx.set('Cache-Control', isKept ? 'private, no-cache' : 'no-store');
  if (!isKept) return;
  ctx.vary(VARIES);
  const text = JSON.stringify(ctx.body);
  ctx.set('ETag', `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`);
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  ctx.type = 'json';
  ctx.body = text;
}

/** Neither a stream nor bytes. */
function isPlain(body: object): boolean {
  return Array.isArray(body) || [Object.prototype, null].includes(Object.getPrototypeOf(body) as object | null);
}

/** e.g. `app:getLang`: how every client of the host writes an address. */
const nameOf = (ctx: Context): string => /([A-Za-z]+:[A-Za-z0-9]+)$/.exec(ctx.path)?.[1] ?? '';
