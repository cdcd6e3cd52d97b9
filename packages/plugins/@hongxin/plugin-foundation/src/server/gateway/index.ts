import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { Gateway, type Application } from '@nocobase/server';
import { deliver } from '../delivery';
import { FOUNDATION } from '../name';
import type { OneProcess } from '../processes';
import { requireOnlyApplication } from './only-application';
import { refusedPath, type ServedPaths } from './refused-path';

/** Where a guard of an earlier load of this code (an upgrade, a second copy) finds the one that stands. */
const STANDING = Symbol.for('hongxin.gateway.guard');

interface Asked {
  url?: string;
}
/** NocoBase waits for the answer, though it types it as one that is there at once. */
type RequestGuard = (request: IncomingMessage, response: ServerResponse, app?: Application) => Promise<boolean>;
type HostHandler = Parameters<typeof Gateway.registerRequestHandler>[0];
type SocketGuard = (request: Asked, socket: Duplex) => boolean;
interface Standing {
  request: HostHandler;
  socket: SocketGuard;
}
const place = globalThis as { [STANDING]?: Standing };

/**
 * Stands before the host's gateway, which answers static files, uploads and pages before the application and its guards
 * are asked. May be called again: one guard stands at a time.
 */
export function guardGateway(): void {
  requireOnlyApplication();
  const guard: RequestGuard = async (request, response, app) => {
    const { url = '' } = request;
    if (HEALTH.test(url) && !(await databaseAnswers(app))) {
      response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('The database does not answer\n');
      return true;
    }
    const status = refusedPath(url, servedPaths(), isPackage);
    if (status === null) return deliver(request, response, { app: await loadedOf(app), packageFolder });
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
    response.end(status === 404 ? 'Not found\n' : 'Bad request\n');
    return true;
  };
  const host = guard as unknown as HostHandler;
  const socket: SocketGuard = ({ url = '' }, connection) => {
    const status = refusedPath(url, servedPaths(), isPackage);
    if (status === null) return false;
    connection.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    return true;
  };
  const before = place[STANDING];
  if (before) {
    Gateway.unregisterRequestHandler(before.request);
    Gateway.unregisterWsHandler(before.socket);
  }
  Gateway.registerRequestHandler(host);
  Gateway.registerWsHandler(socket);
  place[STANDING] = { request: host, socket };
}

/** Asked by whoever watches over the server: the host says 200 as long as its process lives. */
const HEALTH = /\/__health_check$/;

const foundationIn = (app: Application | undefined) =>
  app?.pm.get(FOUNDATION) as { enabled: boolean; processes: OneProcess } | undefined;

/** An application that is only being started answers for itself. */
async function loadedOf(app: Application | undefined): Promise<Application | null> {
  return app && foundationIn(app)?.enabled && (await app.isStarted()) ? app : null;
}

async function databaseAnswers(app: Application | undefined): Promise<boolean> {
  const loaded = await loadedOf(app);
  return (loaded && foundationIn(loaded)?.processes.databaseAnswers()) ?? true;
}

function servedPaths(): ServedPaths {
  const { API_BASE_PATH = '/api/', PLUGIN_STATICS_PATH = '/static/plugins/' } = process.env;
  return { api: API_BASE_PATH, plugins: PLUGIN_STATICS_PATH };
}

/** Found as the host finds it, so that what it would not find is never asked of it. */
function packageFolder(name: string): string | null {
  try {
    return path.dirname(createRequire(require.resolve('@nocobase/server')).resolve(`${name}/package.json`));
  } catch {
    return null; // not there: node tells it by throwing
  }
}

const isPackage = (name: string): boolean => packageFolder(name) !== null;
