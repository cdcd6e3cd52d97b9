/** How files and answers go over the wire: packed once, kept by browsers where that is safe. The host does neither. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Context, Next } from '@nocobase/actions';
import { handler } from '../handler';
import type { Application } from '@nocobase/server';
import { packAnswer } from './api-answer';
import type { StaticPlaces } from './file-of-address';
import { tellWhatIsKept } from './kept-answers';
import { plainRows } from './plain-rows';
import { namePluginScripts, scriptsFolder } from './plugin-scripts';
import { answerStatic } from './static-answer';

/**
 * @param app the application, once it is loaded
 * @returns whether the request has been answered; else the host goes on, and what it answers is packed
 */
export async function deliver(
  request: IncomingMessage,
  response: ServerResponse,
  { app, packageFolder }: { app: Application | null; packageFolder: StaticPlaces['packageFolder'] },
): Promise<boolean> {
  const { API_BASE_PATH = '/api/' } = process.env;
  if (request.url?.startsWith(API_BASE_PATH)) {
    packAnswer(request, response);
    return false;
  }
  const places = { ...placesOfHost(), packageFolder };
  if (await answerStatic(request, response, places)) return true;
  if (app && request.method === 'GET' && isModernPage(request.url, places) && !process.env.CDN_BASE_URL)
    await namePluginScripts(app, response, places);
  return false;
}

/** The host answers every address of the modern client without an ending with its one page. */
function isModernPage(url = '', { publicPath, modern }: StaticPlaces): boolean {
  const [address] = url.split('?');
  const root = `${publicPath}${modern}`;
  if (address !== root && !address.startsWith(`${root}/`)) return false;
  return path.extname(address) === '' || address === `${root}/index.html`;
}

export function keepAnswers(app: Application): void {
  app.use(handler(tellWhatIsKept), { tag: 'hxKeptAnswers', before: 'cors' });
  // cors comes after the log, which asks for the length of what is answered
  app.use(handler(answerPlainRows), { tag: 'hxPlainRows', after: 'cors', before: 'dataWrapping' });
}

/** What wraps an answer's records, or asks for its length, finds their values. */
async function answerPlainRows(ctx: Context, next: Next): Promise<void> {
  await next();
  const { body } = ctx as { body?: unknown };
  if (ctx.dataWrapped && typeof body === 'object' && body !== null && 'data' in body) body.data = plainRows(body.data);
}

function placesOfHost(): Omit<StaticPlaces, 'packageFolder'> {
  const {
    APP_PUBLIC_PATH = '/',
    PLUGIN_STATICS_PATH = '/static/plugins/',
    APP_MODERN_CLIENT_PREFIX,
    APP_PACKAGE_ROOT,
  } = process.env;
  return {
    publicPath: APP_PUBLIC_PATH,
    plugins: PLUGIN_STATICS_PATH,
    modern: APP_MODERN_CLIENT_PREFIX?.replaceAll('/', '') || 'v',
    clients: path.join(APP_PACKAGE_ROOT ?? '', 'dist/client'),
    scripts: scriptsFolder(),
  };
}
