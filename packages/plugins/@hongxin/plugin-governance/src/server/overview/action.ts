import { action, selectRows, type OwnAction } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import { PROGRAMME_FIGURES } from '@hongxin/rules/governance';
import type { FigureProvider, FigureRegistry, Measurement } from './registry';
import { figureScope } from './registry';
import { gapsTable } from '../gaps/query';
import { GAP_KINDS, type GapKind } from '../../shared/gap-kinds';
import { today } from '../common/today';
import type { AreaChoice, FigureAnswer, OverviewAnswer } from '../../shared/answers';
import { areaChoices } from './area-choices';
import { callerRanges, CHARGE, narrowed, parameter, type CallerRanges } from '../common/caller-scope';
import { pageAddresses, type PageAddresses } from './page-addresses';

/** `hxGovernance:overview`: figures of the caller's areas, or of one of them (`areaCode`), against the programme. */
export function overviewAction(registry: FigureRegistry): OwnAction {
  return action({ right: CHARGE }, async ({ ctx }) => {
    const own = callerRanges(ctx);
    const areaCode = parameter(ctx, 'areaCode');
    const ranges = narrowed(own, areaCode);
    const day = today();
    const areas = await areaChoices(ctx, own);
    const area =
      areas.find((each) => each.code === areaCode) ?? (areaCode === null ? null : await areaByCode(ctx, areaCode));
    const isWholeCity = ranges === null || area?.level === 'city';
    const scope = figureScope(ctx.db, ranges, isWholeCity, day);
    const pages = await pageAddresses(ctx.db);
    const providers = registry.inOrder();
    const measured = await Promise.all(providers.map((provider) => provider.measure(scope)));
    const answer: OverviewAnswer = {
      area,
      areas,
      figures: providers.flatMap((provider, index) => answersOf(provider, measured[index], isWholeCity, pages)),
      gaps: await countGaps(ctx, ranges, day),
      gapsPage: pages.of('governance/gaps'),
    };
    return answer;
  });
}

function answersOf(
  provider: FigureProvider,
  measured: Readonly<Record<string, Measurement>>,
  isWholeCity: boolean,
  pages: PageAddresses,
): FigureAnswer[] {
  return provider.figures.map((figure) => {
    const measurement = measured[figure.key] ?? { value: 0 };
    const programme = isWholeCity && figure.programme ? PROGRAMME_FIGURES[figure.programme] : null;
    return {
      key: figure.key,
      title: figure.title,
      unit: figure.unit,
      isMoney: figure.isMoney ?? false,
      value: measurement.value,
      target: programme?.value ?? measurement.target ?? null,
      precision: programme?.precision ?? null,
      page: figure.page === undefined ? null : pages.of(figure.page, figure.tab),
      isCounted: figure.counted !== undefined,
    };
  });
}

async function countGaps(ctx: Context, ranges: CallerRanges, day: string): Promise<{ kind: GapKind; count: number }[]> {
  const { sql, replacements } = gapsTable(ranges);
  const rows = await selectRows<{ kind: GapKind; count: number }>(
    { db: ctx.db },
    `SELECT kind, count(*)::int AS count FROM ${sql} AS gaps GROUP BY kind`,
    {
      ...replacements,
      today: day,
    },
  );
  return GAP_KINDS.map((kind) => ({ kind, count: rows.find((row) => row.kind === kind)?.count ?? 0 }));
}

async function areaByCode(ctx: Context, code: string): Promise<AreaChoice | null> {
  const [row] = await selectRows<AreaChoice>(
    { db: ctx.db },
    'SELECT code, name, level FROM {hxAreas} WHERE code = :code',
    {
      code,
    },
  );
  return row ?? null;
}
