import { selectRows, type Scope, distinct, keyOf, textOf, touches, type Candidate } from '@hongxin/plugin-foundation';
import { areaLevelOf, childLevel, parentAreaCode, parseAreaCode, type AreaLevel } from '@hongxin/rules/mechanism';
import { nextFreeChildCode } from '@hongxin/rules/governance';
import { areaReason } from './reasons';

export interface AreaRow {
  id: string;
  code: string;
  level: AreaLevel;
  name: string;
}

/** Areas by key and by code: those in the database, and those of the same batch. */
class KnownAreas {
  private readonly byKey = new Map<string, AreaRow>();
  private readonly byCode = new Map<string, AreaRow>();

  add(area: AreaRow): void {
    this.byKey.set(area.id, area);
    this.byCode.set(area.code, area);
  }

  key(key: string | null): AreaRow | undefined {
    return key === null ? undefined : this.byKey.get(key);
  }

  code(code: string | null): AreaRow | undefined {
    return code === null ? undefined : this.byCode.get(code);
  }
}

/**
 * Gives new areas their parent, code and level, and refuses what does not fit together: the code extends the parent's
 * by one level, the level follows from the code. Parents are locked, so that two users who add a building at the same
 * moment get two codes.
 */
export async function placeNewAreas(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const created = candidates.filter(({ record }) => record.isNewRecord);
  if (created.length === 0) return;
  const known = await lockParents(created, scope);
  // parents before children: an import may bring a whole tree in any order
  const ordered = [...created].sort(
    (a, b) => (textOf(a.record, 'code')?.length ?? 99) - (textOf(b.record, 'code')?.length ?? 99),
  );
  const siblings = await siblingCodes(ordered, known, scope);
  for (const candidate of ordered) {
    const placed = placeOne(candidate, known, siblings);
    if (!placed) continue;
    known.add(placed);
    siblings.add(placed.code);
  }
}

function placeOne(candidate: Candidate, known: KnownAreas, siblings: Set<string>): AreaRow | null {
  const { record } = candidate;
  const name = textOf(record, 'name') ?? '';
  const given = textOf(record, 'code');
  const parentKey = keyOf(record, 'parentId');
  const parent = known.key(parentKey) ?? known.code(given && parentAreaCode(given));
  const code = given ?? allocate(candidate, name, parentKey, parent, siblings);
  if (code === null) return null;
  const parsed = parseAreaCode(code);
  if (!parsed.ok) {
    candidate.refuse(...parsed.reasons.map((each) => ({ ...each, field: 'code' })));
    return null;
  }
  if (parsed.parent !== null && !parent) {
    candidate.refuse(areaReason('AREA_PARENT_MISSING', { code: parsed.parent }, 'parentId'));
    return null;
  }
  if (parent && parsed.parent !== parent.code) {
    candidate.refuse(areaReason('AREA_CODE_PARENT', { code, parentCode: parent.code }, 'code'));
    return null;
  }
  const twin = known.code(code);
  if (twin) {
    candidate.refuse(areaReason('AREA_CODE_EXISTS', { code, name: twin.name }, 'code'));
    return null;
  }
  refuseOtherLevel(candidate, parsed.level);
  candidate.set('code', code);
  candidate.set('level', parsed.level);
  candidate.set('parentId', parent?.id ?? null);
  return { id: String(record.get('id') ?? code), code, level: parsed.level, name };
}

function allocate(
  candidate: Candidate,
  name: string,
  parentKey: string | null,
  parent: AreaRow | undefined,
  siblings: Set<string>,
): string | null {
  if (!parent) {
    const reason =
      parentKey === null
        ? areaReason('AREA_PARENT_REQUIRED', { name }, 'parentId')
        : areaReason('AREA_MISSING', {}, 'parentId');
    candidate.refuse(reason);
    return null;
  }
  const level = childLevel(parent.level);
  if (level) refuseOtherLevel(candidate, level);
  const free = nextFreeChildCode(parent.code, siblings);
  if (free.ok) return free.code;
  candidate.refuse(...free.reasons.map((each) => ({ ...each, field: 'parentId' })));
  return null;
}

function refuseOtherLevel(candidate: Candidate, expected: AreaLevel): void {
  const given = textOf(candidate.record, 'level');
  if (given === null || given === expected) return;
  candidate.refuse(areaReason('AREA_LEVEL_MISMATCH', { areaLevel: given, expectedAreaLevel: expected }, 'level'));
}

async function lockParents(created: readonly Candidate[], scope: Scope): Promise<KnownAreas> {
  const keys = distinct(created.map(({ record }) => keyOf(record, 'parentId')));
  const codes = distinct(created.flatMap(({ record }) => codesToKnow(textOf(record, 'code'))));
  const rows = await selectRows<AreaRow>(
    scope,
    `SELECT id::text AS id, code, level, name FROM {hxAreas}
     WHERE id IN (:keys) OR code IN (:codes) ORDER BY id FOR NO KEY UPDATE`,
    { keys: keys.length > 0 ? keys : [null], codes: codes.length > 0 ? codes : [null] },
  );
  const known = new KnownAreas();
  rows.forEach((row) => known.add(row));
  return known;
}

function codesToKnow(code: string | null): string[] {
  if (code === null || areaLevelOf(code) === null) return [];
  const parent = parentAreaCode(code);
  return parent === null ? [code] : [code, parent];
}

/** Codes taken below the parents of areas that leave theirs blank. */
async function siblingCodes(candidates: readonly Candidate[], known: KnownAreas, scope: Scope): Promise<Set<string>> {
  const blank = candidates.filter(({ record }) => textOf(record, 'code') === null);
  const parents = distinct(blank.map(({ record }) => known.key(keyOf(record, 'parentId'))?.id ?? null));
  if (parents.length === 0) return new Set();
  const rows = await selectRows<{ code: string }>(scope, 'SELECT code FROM {hxAreas} WHERE "parentId" IN (:parents)', {
    parents,
  });
  return new Set(rows.map((row) => row.code));
}

/** An area's level follows from its code and never changes by itself. */
export async function keepAreaLevel(candidates: readonly Candidate[]): Promise<void> {
  for (const candidate of candidates) {
    const { record } = candidate;
    if (record.isNewRecord || !touches(record, 'level')) continue;
    const level = areaLevelOf(textOf(record, 'code') ?? '');
    if (level) refuseOtherLevel(candidate, level);
  }
}
