import fs from 'node:fs/promises';
import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import type { HandlerType } from '@nocobase/resourcer';
import { refuse } from '../../errors';
import { handler } from '../../handler';
import type { AccessControl } from '../index';
import { guardedRequest } from '../request';
import type { ImportService } from './service';

interface Upload {
  path?: string;
  buffer?: Buffer;
}

/** `importXlsx` of guarded collections goes through the pack's import; other collections keep NocoBase's. */
export function importAction(
  app: Application,
  access: AccessControl,
  imports: () => ImportService,
  original: HandlerType,
): HandlerType {
  return handler(async (ctx: Context, next: Next) => {
    const request = guardedRequest(ctx, app, access);
    if (!request?.isGuarded || request.source) {
      await (original as unknown as (context: Context, proceed: Next) => Promise<void>)(ctx, next);
      return;
    }
    const upload = (ctx as unknown as { file?: Upload }).file;
    const file = upload?.path ?? upload?.buffer;
    if (!file) throw refuse(400, 'IMPORT_FILE_INVALID');
    try {
      const successCount = await imports().run(ctx, request, file, columnsOf(ctx));
      ctx.body = { successCount };
      (ctx as unknown as { bodyMeta: unknown }).bodyMeta = { successCount };
    } finally {
      if (upload?.path) await fs.rm(upload.path, { force: true });
    }
    await next();
  });
}

function columnsOf(ctx: Context): unknown {
  const { columns } = ((ctx.request as { body?: unknown }).body ?? {}) as { columns?: unknown };
  if (typeof columns !== 'string') return columns;
  try {
    return JSON.parse(columns) as unknown;
  } catch {
    throw refuse(400, 'PARAMETER_INVALID', { name: 'columns' });
  }
}
