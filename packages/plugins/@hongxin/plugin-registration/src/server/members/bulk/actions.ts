import { createHash } from 'node:crypto';
import type { Context } from '@nocobase/actions';
import {
  action,
  body,
  cellText,
  claimKey,
  clock,
  foundationOf,
  readTemplate,
  readUpload,
  Refusal,
  writeTemplate,
  selectRows,
  type Scope,
} from '@hongxin/plugin-foundation';
import type { Reason } from '@hongxin/rules/mechanism';
import type { RollRow } from '@hongxin/rules/registration';
import { requireAttempt, type Limit } from '../../needs/public/attempts';
import { registrationReason } from '../../reasons';
import type { OwnAction, Services } from '@hongxin/plugin-foundation';
import { checkRoll, type RollCheck, type UploadedRow } from './check';
import { registerRoll } from './register';
import { FIELD_OF, rollChoices, rollColumns, rollTemplate } from './template';

/** Checks of one account [default]. */
const CHECK_BY_ACCOUNT: Limit = { purpose: 'bulkCheck', count: 60, minutes: 60 };
/** Most rows of one upload [default]. */
const MAX_ROWS = 2000;
/** Most problems in the reason of a refused registration; the check lists all. */
const MAX_REASONS = 200;

/** The body is the workbook itself, which names its own rows and columns; whose liaison one is decides (`requireOwnUnit`). */
const UPLOAD = {
  right: 'loggedIn',
  query: {
    unitId: body.otherwise(body.id({ zh: '单位', en: 'unit' }), () => ({
      code: 'PARAMETER_INVALID',
      params: { name: 'unitId' },
    })),
  },
} as const;

/** `hxMemberRegistrations:bulkTemplate`: the workbook to fill in. */
export const bulkTemplate = action({ right: 'loggedIn' }, ({ ctx }) => {
  ctx.withoutDataWrapping = true;
  ctx.set({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('在职党员批量报到模板.xlsx')}`,
  });
  return writeTemplate(rollTemplate(rollChoices(ctx.db)));
});

/** `hxMemberRegistrations:bulkCheck?unitId=…` with the workbook as body: every problem, row by row; nothing is written. */
export const bulkCheck = action(UPLOAD, async ({ ctx, userId, query: { unitId } }) => {
  const scope = { db: ctx.db };
  await requireOwnUnit(unitId, userId, scope);
  await requireCheckAttempt(ctx, userId);
  const rows = await uploadedRows(ctx, await readUpload(ctx));
  const check = await checkRoll(unitId, rows, rollChoices(ctx.db), scope);
  return { total: rows.length, ready: check.ready.length, problems: described(ctx, check) };
});

/** `hxMemberRegistrations:bulkRegister?unitId=…`: registers every row, or none. An `Idempotency-Key` makes retries safe. */
export const bulkRegister = (services: Services): OwnAction =>
  action(UPLOAD, async ({ ctx, userId, roles, query: { unitId } }) => {
    const content = await readUpload(ctx);
    const rows = await uploadedRows(ctx, content);
    const liaison = { userId, roles };
    const key = ctx.get('Idempotency-Key');
    return ctx.db.sequelize.transaction(async (transaction) => {
      const scope = { db: ctx.db, transaction };
      await requireOwnUnit(unitId, userId, scope);
      const hash = createHash('sha256').update(content).digest('hex');
      const request = { userId: liaison.userId, key, content: { action: 'bulkRegister', unitId, hash } };
      const claim = key === '' ? null : await claimKey(ctx.db, request, transaction);
      if (claim && 'answer' in claim) return claim.answer.body;
      const check = await checkRoll(unitId, rows, rollChoices(ctx.db), scope);
      if (check.problems.length > 0) throw refusalOf(ctx, check);
      const registered = await registerRoll(services, { unitId, rows: check.ready, liaison, transaction });
      const answer = { registered: registered.length };
      await claim?.remember({ status: 200, body: answer });
      return answer;
    });
  });

/** A check answers for two thousand rows at once: correcting a sheet takes a few, trying values out takes many. */
async function requireCheckAttempt(ctx: Context, userId: number): Promise<void> {
  await ctx.db.sequelize.transaction((transaction) =>
    requireAttempt(CHECK_BY_ACCOUNT, String(userId), clock.now(), { db: ctx.db, transaction }),
  );
}

/** The unit must be one whose liaison the caller is; its row is held, so that two uploads of it come one after the other. */
async function requireOwnUnit(unitId: string, userId: number, scope: Scope): Promise<void> {
  const lock = scope.transaction ? 'FOR NO KEY UPDATE' : '';
  const found = await selectRows(
    scope,
    `SELECT id FROM {hxUnits} WHERE id = :unitId AND "liaisonId" = :userId ${lock}`,
    {
      unitId,
      userId,
    },
  );
  if (found.length === 0) throw new Refusal(403, [registrationReason('UNIT_NOT_YOURS', {}, 'unitId')]);
}

async function uploadedRows(ctx: Context, content: Buffer): Promise<UploadedRow[]> {
  const columns = rollColumns(rollChoices(ctx.db));
  const sheet = await readTemplate(
    content,
    columns.map(({ header }) => header),
    MAX_ROWS,
  );
  return sheet.map(({ row, cells }) => {
    const read = cells.map(cellText);
    const texts = read.map((cell) => (cell.ok ? (cell.text ?? '') : ''));
    const unread = read.flatMap((cell, index): Reason[] =>
      cell.ok ? [] : [{ ...cell.reason, field: FIELD_OF[columns[index].key] }],
    );
    const byKey = Object.fromEntries(columns.map(({ key }, index) => [key, texts[index]]));
    return { ...(byKey as Omit<RollRow, 'row'>), row, unread };
  });
}

interface DescribedProblem {
  row: number;
  personName: string;
  code: string;
  field?: string;
  message: string;
}

function described(ctx: Context, { problems }: RollCheck): DescribedProblem[] {
  const { describer } = foundationOf(ctx.app).errors;
  const entries = describer.entries(
    ctx,
    problems.map(({ reason }) => reason),
  );
  return entries.map(({ code, field, message }, index) => ({
    row: problems[index].row,
    personName: problems[index].personName,
    code,
    field,
    message,
  }));
}

function refusalOf(ctx: Context, check: RollCheck): Refusal {
  const problems = described(ctx, check).slice(0, MAX_REASONS);
  const reasons = problems.map(({ row, message, code }) => ({
    code: 'IMPORT_ROW_WHOLE',
    params: { row, problem: message, code },
  }));
  return new Refusal(400, reasons);
}
