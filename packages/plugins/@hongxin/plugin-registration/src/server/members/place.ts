import { distinct, keyOf, type Scope, type TransitionContext } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { areasById, communityOf, receivingOrganization } from '../common/areas';
import { liaisonsByUnit } from '../common/liaisons';

/**
 * On submission a registration reaches its community, the organisation that receives it and the liaison of its unit.
 * Until then it carries no place, so that nobody but its owner sees a draft: the consent comes with the submission.
 */
export async function place({ db, record, now, actor, transaction }: TransitionContext): Promise<void> {
  const scope = { db, transaction };
  const values: Record<string, unknown> = {};
  const homeAreaId = keyOf(record, 'homeAreaId');
  const home = homeAreaId === null ? undefined : (await areasById([homeAreaId], scope)).get(homeAreaId);
  const community = home && (await communityOf(home, scope));
  // the digits too: the number that is issued next is made of them
  if (community) Object.assign(values, { areaId: Number(community.id), areaCode: community.code });
  const areaId = community?.id ?? keyOf(record, 'areaId');
  const hasMoved = areaId !== keyOf(record, 'areaId');
  if (areaId !== null && (hasMoved || keyOf(record, 'organizationId') === null)) {
    values.organizationId = numeric(await receivingOrganization(areaId, scope));
  }
  const unitId = keyOf(record, 'unitId');
  const unit = unitId === null ? undefined : (await liaisonsByUnit([unitId], scope)).get(unitId);
  values.unitLiaisonId = numeric(unit?.liaisonId ?? null);
  // a registration that the system hands on keeps the moment at which its member consented
  if (actor.userId !== null || record.get('consentAt') === null) values.consentAt = now;
  record.set(values);
}

/** Where many live and whose members they are, read at once. */
export async function foreseePlaces(records: readonly Model[], scope: Scope): Promise<void> {
  const keysOf = (field: string) => distinct(records.map((record) => keyOf(record, field)));
  await areasById(keysOf('homeAreaId'), scope);
  await liaisonsByUnit(keysOf('unitId'), scope);
}

/** As the API answers keys elsewhere; NocoBase's keys fit a number. */
function numeric(key: string | null): number | null {
  return key === null ? null : Number(key);
}
