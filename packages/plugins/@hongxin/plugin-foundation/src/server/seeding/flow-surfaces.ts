import type { Application } from '@nocobase/server';

/** One complaint of NocoBase's page validator. */
interface SurfaceError {
  path?: string;
  message: string;
  ruleId?: string;
  /** Where in the document the validator got the idea from. */
  details?: { triggerPaths?: string[] };
}

interface SurfaceContext {
  status: number;
  body: unknown;
  [key: string]: unknown;
}

type SurfaceHandler = (context: SurfaceContext, next: () => Promise<void>) => Promise<void>;

/**
 * Calls a `flowSurfaces:*` action in this process, through the handler that serves HTTP.
 * @throws with every complaint and its path in the document when NocoBase refuses it
 */
export async function callFlowSurfaces<T>(
  app: Application,
  action: string,
  values: Record<string, unknown>,
): Promise<T> {
  const handler = app.resourceManager.getAction('flowSurfaces', action).getHandler() as unknown as SurfaceHandler;
  const language = process.env.INIT_LANG ?? 'zh-CN';
  const context: SurfaceContext = {
    app,
    db: app.db,
    i18n: app.i18n,
    t: (key: string, options?: Record<string, unknown>) => app.i18n.t(key, { lng: language, ...options }),
    getCurrentLocale: () => language,
    state: { currentRoles: ['root'] },
    request: { method: 'POST' },
    action: { resourceName: 'flowSurfaces', actionName: action, params: { values } },
    status: 200,
    body: undefined,
  };
  await handler(context, async () => undefined);
  if (context.status >= 400) throw new Error(`flowSurfaces:${action} refused:\n${complaints(context.body)}`);
  return context.body as T;
}

function complaints(body: unknown): string {
  const errors = (body as { errors?: SurfaceError[] } | undefined)?.errors ?? [];
  if (errors.length === 0) return JSON.stringify(body);
  return errors.map((error) => `  ${error.path ?? '(document)'}: ${error.message}${because(error)}`).join('\n');
}

const because = ({ details }: SurfaceError): string =>
  details?.triggerPaths ? ` (because of ${details.triggerPaths.join(', ')})` : '';
