import type { Context } from '@nocobase/actions';
import { action, foundationOf, Refusal, selectRows } from '@hongxin/plugin-foundation';
import { GAP_KINDS, GAP_TEXTS, type GapKind } from '../../shared/gap-kinds';
import type { GapRow } from '../../shared/answers';
import { gapsTable } from './query';
import { today } from '../common/today';
import { areaPaths } from '../areas/paths';
import { callerRanges, CHARGE, narrowed, numberParameter, parameter } from '../common/caller-scope';
import { csv } from './csv';

const MOST_EXPORTED = 20_000;

/** `hxGovernance:gaps`: coverage gaps in the caller's areas, by kind, paged. */
export const gapsAction = action({ right: CHARGE }, async ({ ctx }) => {
  const page = numberParameter(ctx, 'page', 1, 1, 100_000);
  const pageSize = numberParameter(ctx, 'pageSize', 20, 1, 200);
  const { sql, replacements } = asked(ctx);
  const day = today();
  const [{ count }] = await selectRows<{ count: number }>(
    { db: ctx.db },
    `SELECT count(*)::int AS count FROM ${sql} AS gaps`,
    { ...replacements, today: day },
  );
  return {
    rows: await rows(ctx, sql, { ...replacements, today: day }, pageSize, (page - 1) * pageSize),
    count,
    page,
    pageSize,
    totalPage: Math.ceil(count / pageSize),
  };
});

/** `hxGovernance:exportGaps`: the same list as a CSV file that Excel opens, with a trace of who took it along. */
export const exportGapsAction = action({ right: CHARGE }, async ({ ctx, userId }) => {
  const { sql, replacements } = asked(ctx);
  const found = await rows(ctx, sql, { ...replacements, today: today() }, MOST_EXPORTED, 0);
  await ctx.db.sequelize.transaction((transaction) =>
    foundationOf(ctx.app).events.append(
      {
        collectionName: 'hxGovernance',
        recordId: 'gaps',
        transition: 'export',
        actorId: userId,
        details: { rows: found.length },
      },
      transaction,
    ),
  );
  const language = String(ctx.get('X-Locale')).startsWith('en') ? 'en' : 'zh';
  const header =
    language === 'zh'
      ? ['缺口类型', '区域', '名称', '数量或日期', '建议']
      : ['Gap', 'Area', 'Name', 'Number or date', 'What to do'];
  const lines = found.map((row) => [
    GAP_TEXTS[row.kind].title[language],
    row.path,
    row.name,
    row.day ?? row.number ?? '',
    GAP_TEXTS[row.kind].advice[language],
  ]);
  ctx.set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="coverage-gaps.csv"',
  });
  ctx.withoutDataWrapping = true;
  return Buffer.from(csv([header, ...lines]), 'utf8');
});

function asked(ctx: Context): { sql: string; replacements: Record<string, string> } {
  const kind = parameter(ctx, 'kind');
  if (kind !== null && !(GAP_KINDS as readonly string[]).includes(kind))
    throw new Refusal(400, [{ code: 'PARAMETER_INVALID', params: { name: 'kind' } }]);
  const ranges = narrowed(callerRanges(ctx), parameter(ctx, 'areaCode'));
  return gapsTable(ranges, kind === null ? GAP_KINDS : [kind as GapKind]);
}

async function rows(
  ctx: Context,
  table: string,
  replacements: Record<string, unknown>,
  limit: number,
  offset: number,
): Promise<GapRow[]> {
  const found = await selectRows<Omit<GapRow, 'path'>>(
    { db: ctx.db },
    `SELECT kind, collection, id::text AS id, name, code, number, day::text AS day FROM ${table} AS gaps ORDER BY code, kind, id LIMIT :limit OFFSET :offset`,
    { ...replacements, limit, offset },
  );
  const paths = await areaPaths(
    ctx.db,
    found.map((row) => row.code),
  );
  return found.map((row) => ({ ...row, path: paths.get(row.code) ?? '' }));
}
