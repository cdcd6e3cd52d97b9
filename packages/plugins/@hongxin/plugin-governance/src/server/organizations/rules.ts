import { selectRows, type Scope, distinct, keyOf, textOf, touches, type Candidate } from '@hongxin/plugin-foundation';
import { reasonsOf, type AreaLevel } from '@hongxin/rules/mechanism';
import {
  checkCoveredAreas,
  checkOrganizationArea,
  checkOrganizationParent,
  type Formation,
  type OrganizationLevel,
} from '@hongxin/rules/governance';
import { organizationReason } from './reasons';

export interface OrganizationRow {
  id: string;
  level: OrganizationLevel;
  name: string;
  areaId: string | null;
  areaCode: string | null;
  status: string | null;
}

export async function organizationsByKey(keys: readonly string[], scope: Scope): Promise<Map<string, OrganizationRow>> {
  if (keys.length === 0) return new Map();
  const rows = await selectRows<OrganizationRow>(
    scope,
    'SELECT id::text AS id, level, name, "areaId"::text AS "areaId", "areaCode" AS "areaCode", status FROM {hxOrganizations} WHERE id IN (:keys)',
    { keys },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** An organisation is exactly one level below its parent [seed]. */
export async function checkParents(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const changed = candidates.filter(({ record }) => touches(record, 'level', 'parentId'));
  const parents = await organizationsByKey(distinct(changed.map(({ record }) => keyOf(record, 'parentId'))), scope);
  for (const candidate of changed) {
    const level = textOf(candidate.record, 'level') as OrganizationLevel;
    const parentKey = keyOf(candidate.record, 'parentId');
    const parent = parentKey === null ? null : parents.get(parentKey);
    if (parent === undefined) candidate.refuse(organizationReason('ORGANIZATION_MISSING', {}, 'parentId'));
    else candidate.refuse(...reasonsOf(checkOrganizationParent(level, parent?.level ?? null)));
  }
}

/** A level that changes must still be one above the organisations below. */
export async function checkChildrenOfChangedLevel(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  for (const candidate of candidates) {
    const { record } = candidate;
    if (record.isNewRecord || !record.changed('level' as never)) continue;
    const [{ count }] = await selectRows<{ count: number }>(
      scope,
      'SELECT count(*)::int AS count FROM {hxOrganizations} WHERE "parentId" = :id',
      { id: record.get('id') },
    );
    if (count > 0)
      candidate.refuse(
        organizationReason('ORGANIZATION_HAS_CHILDREN_LEVEL', { name: textOf(record, 'name') ?? '', count }, 'level'),
      );
  }
}

/** The home area has the level that belongs to the organisation's. */
export async function checkHomeAreas(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const changed = candidates.filter(({ record }) => touches(record, 'level', 'areaId'));
  const keys = distinct(changed.map(({ record }) => keyOf(record, 'areaId')));
  const rows =
    keys.length === 0
      ? []
      : await selectRows<{ id: string; level: AreaLevel }>(
          scope,
          'SELECT id::text AS id, level FROM {hxAreas} WHERE id IN (:keys)',
          { keys },
        );
  const levels = new Map(rows.map((row) => [row.id, row.level]));
  for (const candidate of changed) {
    const key = keyOf(candidate.record, 'areaId');
    const areaLevel = key === null ? undefined : levels.get(key);
    if (!areaLevel) candidate.refuse(organizationReason('AREA_MISSING', {}, 'areaId'));
    else
      candidate.refuse(
        ...reasonsOf(checkOrganizationArea(textOf(candidate.record, 'level') as OrganizationLevel, areaLevel)),
      );
  }
}

/** A formation that covers one area cannot keep covered areas of an earlier one. */
export async function checkFormations(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  for (const candidate of candidates) {
    const { record } = candidate;
    if (record.isNewRecord || !record.changed('formation' as never)) continue;
    candidate.refuse(...(await coverageReasons(String(record.get('id')), textOf(record, 'formation'), scope)));
  }
}

/** Reasons against the areas an organisation covers beside its home area. */
export async function coverageReasons(
  organizationId: string,
  formation: string | null,
  scope: Scope,
): Promise<ReturnType<typeof reasonsOf>> {
  const [{ count }] = await selectRows<{ count: number }>(
    scope,
    `SELECT count(*)::int AS count FROM {hxOrganizationAreas} c JOIN {hxOrganizations} o ON o.id = c."organizationId"
     WHERE c."organizationId" = :organizationId AND c."areaId" IS DISTINCT FROM o."areaId"`,
    { organizationId },
  );
  return reasonsOf(checkCoveredAreas((formation ?? 'single') as Formation, count + 1));
}
