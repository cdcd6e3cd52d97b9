import { action, actorOf, foundationOf, languageOf, type ActionsOfResource } from '@hongxin/plugin-foundation';
import { ancestorAreaCodes, areaLevelOf } from '@hongxin/rules/mechanism';
import type { Context } from '@nocobase/actions';
import { Op } from '@nocobase/database';
import { TASKS } from '../../../shared/constants';
import type { FilterChoices } from '../../../shared/contract';
import { STEPS } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { scopeOf } from './figures';
import { pendingWhere } from './mine';
import { collectionTitle } from './present-task';
import { queryOf } from '../../common/request';

/** Most kinds of rows looked at [default]; beyond it, choices may be missing, tasks never are. */
const MOST = 2000;
/** Places below the community are many and mean little in a list. */
const LISTED_LEVELS = ['city', 'street', 'community'];

interface Kind {
  processKey: string | null;
  collectionName: string;
  areaCode: string | null;
}

/** GET hxReviewTasks:filters?for=mine|supervision: the processes and places that occur, to choose from. */
export function filterActions(tools: ReviewTools): ActionsOfResource {
  return {
    filters: action({ right: 'loggedIn' }, async ({ ctx }) => {
      const kinds = queryOf(ctx).for === 'supervision' ? await supervisedKinds(tools, ctx) : await ownKinds(tools, ctx);
      const answer: FilterChoices = { processes: processesOf(tools, ctx, kinds), areas: await areasOf(tools, kinds) };
      return answer;
    }),
  };
}

async function ownKinds(tools: ReviewTools, ctx: Context): Promise<Kind[]> {
  const userId = Number(actorOf(ctx).userId);
  const own = [await pendingWhere(tools, userId), { userId }, { decidedById: userId }, { applicantId: userId }];
  const columns = ['processKey', 'collectionName', 'areaCode'];
  return (await tools.db.getModel(TASKS).findAll({
    attributes: columns,
    where: { [Op.or]: own },
    group: columns,
    limit: MOST,
    raw: true,
  })) as unknown as Kind[];
}

/** @throws Refusal 403 for whoever supervises nothing */
async function supervisedKinds(tools: ReviewTools, ctx: Context): Promise<Kind[]> {
  const { sql, replacements } = scopeOf(ctx, undefined);
  const [rows] = await tools.db.sequelize.query(
    `SELECT DISTINCT "processKey", "collectionName", "areaCode" FROM ${tools.db.getCollection(STEPS).quotedTableName()}
     WHERE state = 'pending' AND ${sql} LIMIT ${MOST}`,
    { replacements },
  );
  return rows as Kind[];
}

function processesOf(tools: ReviewTools, ctx: Context, kinds: readonly Kind[]): FilterChoices['processes'] {
  const { transitions } = foundationOf(tools.app);
  const known = new Map<string, string>();
  for (const { processKey, collectionName } of kinds) {
    if (processKey === null || known.has(processKey)) continue;
    const process = transitions.processOf(collectionName)?.definition;
    const title = process?.key === processKey ? process.title[languageOf(ctx)] : undefined;
    known.set(processKey, title ?? collectionTitle(tools, ctx, collectionName));
  }
  return [...known].map(([value, label]) => ({ value, label }));
}

/** The places themselves and those above them, down to the community, by code. */
async function areasOf({ db }: ReviewTools, kinds: readonly Kind[]): Promise<FilterChoices['areas']> {
  const codes = kinds.flatMap(({ areaCode }) => (areaCode ? [areaCode, ...ancestorAreaCodes(areaCode)] : []));
  const listed = [...new Set(codes)].filter((code) => LISTED_LEVELS.includes(areaLevelOf(code) ?? ''));
  if (listed.length === 0 || !db.hasCollection('hxAreas')) return [];
  const rows = await db
    .getModel('hxAreas')
    .findAll({ attributes: ['code', 'name'], where: { code: listed }, order: [['code', 'ASC']] });
  return rows.map((row) => ({ value: String(row.get('code')), label: String(row.get('name')) }));
}
