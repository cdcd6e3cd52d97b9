import { selectRows, type Scope, distinct, keyOf, textOf, touches, type Candidate } from '@hongxin/plugin-foundation';
import { isIsoDate, isWithinArea, reasonsOf, type AreaLevel } from '@hongxin/rules/mechanism';
import { checkTerm } from '@hongxin/rules/governance';
import { postReason } from './reasons';
import { organizationsByKey } from '../organizations/rules';
import { holdAreas } from '../areas/place-records';

export interface PostTypeRow {
  id: string;
  title: string;
  level: AreaLevel;
  singleSeat: boolean;
  grantsRole: string | null;
  enabled: boolean;
}

/** Post types by key. */
export async function postTypesByKey(keys: readonly string[], scope: Scope): Promise<Map<string, PostTypeRow>> {
  if (keys.length === 0) return new Map();
  const rows = await selectRows<PostTypeRow>(
    scope,
    'SELECT id::text AS id, title, level, "singleSeat" AS "singleSeat", "grantsRole" AS "grantsRole", enabled FROM {hxPostTypes} WHERE id IN (:keys)',
    { keys },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Term of office and publicity: days that exist, and no end before its start. */
export async function checkTerms(candidates: readonly Candidate[]): Promise<void> {
  for (const candidate of candidates) {
    const { record } = candidate;
    if (touches(record, 'startsOn', 'endsOn')) {
      candidate.refuse(
        ...reasonsOf(checkTerm({ startsOn: textOf(record, 'startsOn'), endsOn: textOf(record, 'endsOn') })),
      );
    }
    const publicityFrom = textOf(record, 'publicityFrom');
    const publicityTo = textOf(record, 'publicityTo');
    if (isIsoDate(publicityFrom) && isIsoDate(publicityTo) && publicityTo < publicityFrom) {
      candidate.refuse(postReason('PUBLICITY_ENDS_BEFORE_START', { publicityFrom, publicityTo }, 'publicityTo'));
    }
  }
}

/** A post is held by a person, is of a kind, and lies where that kind is held. */
export async function placePosts(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const changed = candidates.filter(({ record }) =>
    touches(record, 'personId', 'postTypeId', 'organizationId', 'areaId'),
  );
  if (changed.length === 0) return;
  const column = (field: string): string[] => distinct(changed.map(({ record }) => keyOf(record, field)));
  const people = await existing('hxPersons', column('personId'), scope);
  const types = await postTypesByKey(column('postTypeId'), scope);
  const organizations = await organizationsByKey(column('organizationId'), scope);
  for (const candidate of changed) {
    const organization = organizations.get(keyOf(candidate.record, 'organizationId') ?? '');
    if (keyOf(candidate.record, 'areaId') === null && organization?.areaId)
      candidate.set('areaId', organization.areaId);
  }
  const areas = await holdAreas(column('areaId'), scope);
  const covered = await coveredCodes(column('organizationId'), scope);
  for (const candidate of changed) {
    const { record } = candidate;
    if (!people.has(keyOf(record, 'personId') ?? ''))
      candidate.refuse(postReason('POST_PERSON_MISSING', {}, 'personId'));
    const type = types.get(keyOf(record, 'postTypeId') ?? '');
    if (!type) candidate.refuse(postReason('POST_TYPE_MISSING', {}, 'postTypeId'));
    else if (record.isNewRecord && !type.enabled)
      candidate.refuse(postReason('POST_TYPE_DISABLED', { title: type.title }, 'postTypeId'));
    const organizationKey = keyOf(record, 'organizationId');
    const organization = organizations.get(organizationKey ?? '');
    if (organizationKey !== null && !organization)
      candidate.refuse(postReason('ORGANIZATION_MISSING', {}, 'organizationId'));
    const areaKey = keyOf(record, 'areaId');
    const area = areas.get(areaKey ?? '');
    if (!area) {
      candidate.refuse(
        areaKey === null ? postReason('POST_AREA_REQUIRED', {}, 'areaId') : postReason('AREA_MISSING', {}, 'areaId'),
      );
      continue;
    }
    if (type && type.level !== area.level) {
      candidate.refuse(
        postReason(
          'POST_AREA_LEVEL',
          { title: type.title, areaLevel: area.level, expectedAreaLevel: type.level },
          'areaId',
        ),
      );
    }
    if (organization) {
      const homes = [organization.areaCode, ...(covered.get(organization.id) ?? [])].filter(
        (code): code is string => code !== null,
      );
      if (!homes.some((code) => isWithinArea(area.code, code))) {
        candidate.refuse(postReason('POST_AREA_OUTSIDE_ORGANIZATION', { name: organization.name }, 'areaId'));
      }
    }
    candidate.set('areaCode', area.code);
    candidate.set('seatKey', type?.singleSeat ? `${type.id}:${area.id}` : null);
  }
}

async function existing(collection: string, keys: readonly string[], scope: Scope): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await selectRows<{ id: string }>(
    scope,
    `SELECT id::text AS id FROM {${collection}} WHERE id IN (:keys)`,
    {
      keys,
    },
  );
  return new Set(rows.map((row) => row.id));
}

async function coveredCodes(organizations: readonly string[], scope: Scope): Promise<Map<string, string[]>> {
  if (organizations.length === 0) return new Map();
  const rows = await selectRows<{ id: string; code: string }>(
    scope,
    `SELECT c."organizationId"::text AS id, a.code FROM {hxOrganizationAreas} c JOIN {hxAreas} a ON a.id = c."areaId" WHERE c."organizationId" IN (:organizations)`,
    { organizations },
  );
  const codes = new Map<string, string[]>();
  for (const row of rows) codes.set(row.id, [...(codes.get(row.id) ?? []), row.code]);
  return codes;
}
