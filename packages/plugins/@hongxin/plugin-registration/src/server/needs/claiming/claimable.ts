import { action, foundationOf, refuse, selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { Language } from '@hongxin/rules/mechanism';
import { NEEDS } from '../../constants';
import { claimantOf } from './claimant';
import { homeOnRoll } from './home-on-roll';
import type { ClaimableAnswer, ClaimableNeed, ClaimingUnit } from '../../../shared/claiming';
import { classTitle, readOpenings } from './openings';

/**
 * `hxNeeds:claimable/<id>`: how the caller can claim a need: the need itself while nobody has, then places of the posts
 * that meet it (members also of its projects).
 */
export const claimableAction = action({ right: 'view', record: true }, async ({ ctx, id, userId, language }) => {
  const claimant = claimantOf(ctx.app);
  if (claimant === null) throw refuse(403, 'NOT_PERMITTED');
  const isUnit = claimant === 'unit';
  const scope = { db: ctx.db };
  const found = await readNeed(id, language, scope);
  const process = foundationOf(ctx.app).transitions.shown(NEEDS);
  const need = { ...found, stateTitle: process?.states[found.state]?.label[language] ?? found.state };
  const home = isUnit ? undefined : await homeOnRoll(userId, scope);
  const units = isUnit ? await unitsOf(userId, scope) : null;
  const openings = await readOpenings(
    {
      claimant: units
        ? { column: 'unitId', id: units[0]?.id ?? null }
        : { column: 'personId', id: home?.personId ?? null },
      areaCode: home?.areaCode ?? '',
      needId: id,
      // of other units' projects a unit sees nothing
      kinds: units ? ['post'] : ['post', 'project'],
      language,
    },
    scope,
  );
  const answer: ClaimableAnswer = {
    need,
    openings,
    isOnRoll: home !== undefined,
    units,
    mayTakeOn: need.state === 'published' && (units ? units.length > 0 : home !== undefined),
  };
  return answer;
});

async function readNeed(id: string, language: Language, scope: Scope): Promise<Omit<ClaimableNeed, 'stateTitle'>> {
  const [need] = await selectRows<Omit<ClaimableNeed, 'stateTitle'>>(
    scope,
    `SELECT n.id::text AS id, n.number, n.title, n.state, ${classTitle(language)} AS "serviceClass", n.description, a.name AS place,
       n."peopleWanted", n."wantedBy"::text AS "wantedBy"
     FROM {hxNeeds} n LEFT JOIN {hxDictionaryItems} d ON d.id = n."serviceClassId"
       LEFT JOIN {hxAreas} a ON a.id = n."areaId" WHERE n.id = :id`,
    { id },
  );
  if (!need) throw refuse(404, 'RECORD_NOT_FOUND');
  return need;
}

/** The units whose liaison the caller is, with what each has offered. */
async function unitsOf(userId: number, scope: Scope): Promise<ClaimingUnit[]> {
  return selectRows<ClaimingUnit>(
    scope,
    `SELECT u.id::text AS id, u.name, coalesce(jsonb_agg(jsonb_build_object('id', r.id::text, 'title', r.title) ORDER BY r.id)
         FILTER (WHERE r.id IS NOT NULL), '[]'::jsonb) AS resources
     FROM {hxUnits} u LEFT JOIN {hxResources} r ON r."unitId" = u.id AND r.state = 'offered'
     WHERE u."liaisonId" = :userId GROUP BY u.id, u.name ORDER BY u.id`,
    { userId },
  );
}
