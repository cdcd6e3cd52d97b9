import { action, callerAreas, refuse, type ActionsOfResource } from '@hongxin/plugin-foundation';
import { areaLevelOf, subtreeRange } from '@hongxin/rules/mechanism';
import type { Context } from '@nocobase/actions';
import { TASKS } from '../../../shared/constants';
import type { StepFigure, SupervisionFigures } from '../../../shared/contract';
import { STEPS } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { supervisionScope } from './involved';
import { collectionTitle } from './present-task';
import { queryOf } from '../../common/request';

/** How far back decided steps count, in days [default]. */
const DAYS = 90;

interface Row {
  processKey: string | null;
  collectionName: string;
  stepTitle: string;
  pending: string;
  overdue: string;
  decided: string;
  average: string | null;
  p90: string | null;
}

/**
 * GET hxReviewTasks:supervisionFigures: average and 90th percentile of the waiting time per step, in working minutes.
 * Of steps, not of persons: it is for the management of the work.
 */
export function figureActions(tools: ReviewTools): ActionsOfResource {
  return {
    supervisionFigures: action({ right: 'list' }, async ({ ctx }) => {
      const query = queryOf(ctx);
      const { sql, replacements } = scopeOf(ctx, query.areaCode);
      const days = Math.min(Math.max(Number(query.days) || DAYS, 1), 3660);
      const now = tools.clock.now();
      const since = new Date(now.getTime() - days * 86_400_000);
      const table = tools.db.getCollection(STEPS).quotedTableName();
      const [rows] = await tools.db.sequelize.query(
        `SELECT "processKey", "collectionName", title AS "stepTitle",
                COUNT(*) FILTER (WHERE state = 'pending') AS pending,
                COUNT(*) FILTER (WHERE state = 'pending' AND "dueAt" < :now) AS overdue,
                COUNT("waitingMinutes") FILTER (WHERE state <> 'pending') AS decided,
                AVG("waitingMinutes") FILTER (WHERE state <> 'pending') AS average,
                percentile_cont(0.9) WITHIN GROUP (ORDER BY "waitingMinutes") FILTER (WHERE state <> 'pending') AS p90
         FROM ${table}
         WHERE (state = 'pending' OR "settledAt" >= :since) AND ${sql} ${query.process ? 'AND "processKey" = :process' : ''}
         GROUP BY "processKey", "collectionName", title
         ORDER BY overdue DESC, pending DESC, title`,
        {
          replacements: {
            now: now.toISOString(),
            since: since.toISOString(),
            process: query.process ?? null,
            ...replacements,
          },
        },
      );
      const steps = (rows as Row[]).map((row) => figureOf(row, collectionTitle(tools, ctx, row.collectionName)));
      const sum = (name: 'pending' | 'overdue') => steps.reduce((total, step) => total + step[name], 0);
      const answer: SupervisionFigures = { pending: sum('pending'), overdue: sum('overdue'), steps };
      return answer;
    }),
  };
}

function figureOf(
  { processKey, collectionName, stepTitle, pending, overdue, decided, average, p90 }: Row,
  title: string,
): StepFigure {
  const minutes = (text: string | null): number | null => (text === null ? null : Math.round(Number(text)));
  return {
    processKey,
    collectionName,
    collectionTitle: title,
    stepTitle,
    pending: Number(pending),
    overdue: Number(overdue),
    decided: Number(decided),
    averageMinutes: minutes(average),
    p90Minutes: minutes(p90),
  };
}

/** The places a reader supervises, as a condition on the steps' area codes. */
export function scopeOf(
  ctx: Context,
  areaCode: string | undefined,
): { sql: string; replacements: Record<string, string> } {
  const scope = supervisionScope(ctx);
  if (!scope) throw refuse(403, 'NOT_PERMITTED');
  const groups = [
    callerAreas(ctx.app, TASKS, 'list') ?? null,
    areaLevelOf(areaCode ?? '') === null ? null : [subtreeRange(String(areaCode))],
  ];
  const replacements: Record<string, string> = {};
  const conditions = groups.flatMap((ranges, group) => {
    if (ranges === null) return [];
    const parts = ranges.map(({ from, to }, index) => {
      replacements[`from${group}x${index}`] = from;
      replacements[`to${group}x${index}`] = to;
      return `("areaCode" >= :from${group}x${index} AND "areaCode" < :to${group}x${index})`;
    });
    return [parts.length > 0 ? `(${parts.join(' OR ')})` : 'FALSE'];
  });
  return { sql: conditions.length > 0 ? conditions.join(' AND ') : 'TRUE', replacements };
}
