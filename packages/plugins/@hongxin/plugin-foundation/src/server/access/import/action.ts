import fs from 'node:fs/promises';
import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import type { HandlerType } from '@nocobase/resourcer';
import { koaMulter } from '@nocobase/utils';
import { refuse } from '../../errors';
import { handler } from '../../handler';
import { UPLOAD_MAX_MEGABYTES } from '../../sheets/upload';
import type { AccessDeclarations } from '../declarations';
import { guardedRequest } from '../request';
import type { Basis } from './plan';
import type { ImportService, ImportUpload } from './service';

interface Upload {
  path?: string;
  buffer?: Buffer;
}

/** `importXlsx` of guarded collections goes through the pack's import; other collections keep NocoBase's. */
export function importAction(
  app: Application,
  access: AccessDeclarations,
  imports: () => ImportService,
  original: HandlerType,
): HandlerType {
  return handler(async (ctx: Context, next: Next) => {
    const request = guardedRequest(ctx, app, access);
    if (!request?.isGuarded || request.source) {
      await (original as unknown as (context: Context, proceed: Next) => Promise<void>)(ctx, next);
      return;
    }
    await withUpload(ctx, async (upload) => {
      const counts = await imports().run(ctx, request, upload, basisOf(ctx));
      const answer = { successCount: counts.created + counts.changed, ...counts };
      ctx.body = answer;
      (ctx as unknown as { bodyMeta: unknown }).bodyMeta = answer;
    });
    await next();
  });
}

/** `importPreview`: what an import of the same upload would do, row by row; nothing is written. */
export function previewAction(app: Application, access: AccessDeclarations, imports: () => ImportService): HandlerType {
  const receive = koaMulter({
    storage: koaMulter.memoryStorage(),
    limits: { fileSize: UPLOAD_MAX_MEGABYTES * 1024 * 1024, files: 1 },
  }).single('file') as unknown as (ctx: Context, next: Next) => Promise<void>;
  return handler(async (ctx: Context, next: Next) => {
    const request = guardedRequest(ctx, app, access);
    if (!request?.isGuarded || request.source) throw refuse(400, 'IMPORT_PREVIEW_ELSEWHERE');
    await receive(ctx, async () => undefined).catch((error: { code?: string }) => {
      if (error.code !== 'LIMIT_FILE_SIZE') throw refuse(400, 'IMPORT_FILE_INVALID');
      throw refuse(413, 'SHEET_TOO_LARGE', { max: UPLOAD_MAX_MEGABYTES });
    });
    await withUpload(ctx, async (upload) => {
      ctx.body = await imports().preview(ctx, request, upload);
    });
    await next();
  });
}

async function withUpload(ctx: Context, work: (upload: ImportUpload) => Promise<void>): Promise<void> {
  const upload = (ctx as unknown as { file?: Upload }).file;
  const file = upload?.path ?? upload?.buffer;
  if (!file) throw refuse(400, 'IMPORT_FILE_INVALID');
  try {
    await work({ file, columns: parameter(ctx, 'columns') });
  } finally {
    if (upload?.path) await fs.rm(upload.path, { force: true });
  }
}

function basisOf(ctx: Context): Basis | null {
  const basis = parameter(ctx, 'basis');
  if (basis === undefined || basis === null || basis === '') return null;
  if (typeof basis !== 'object' || Array.isArray(basis)) throw refuse(400, 'PARAMETER_INVALID', { name: 'basis' });
  return basis as Basis;
}

/** A part of the form that holds JSON. */
function parameter(ctx: Context, name: string): unknown {
  const value = ((ctx.request as { body?: unknown }).body as Record<string, unknown> | undefined)?.[name];
  if (typeof value !== 'string' || value === '') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw refuse(400, 'PARAMETER_INVALID', { name });
  }
}
