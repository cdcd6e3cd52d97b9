import { selectRows, type Scope, distinct, keyOf, touches, type Candidate } from '@hongxin/plugin-foundation';
import { personReason } from './reasons';
import { holdAreas } from '../areas/place-records';

/** A person's home is a building or unit, or an estate where buildings are not kept yet. */
export async function checkHomes(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const changed = candidates.filter(({ record }) => touches(record, 'areaId') && keyOf(record, 'areaId') !== null);
  const areas = await holdAreas(distinct(changed.map(({ record }) => keyOf(record, 'areaId'))), scope);
  for (const candidate of changed) {
    const area = areas.get(keyOf(candidate.record, 'areaId') ?? '');
    if (!area) candidate.refuse(personReason('AREA_MISSING', {}, 'areaId'));
    else if (!['estate', 'building', 'unit'].includes(area.level)) {
      candidate.refuse(
        personReason('AREA_LEVEL_TOO_HIGH', { expectedAreaLevel: 'estate', areaLevel: area.level }, 'areaId'),
      );
    }
  }
}

const DICTIONARY_OF: Readonly<Record<string, string>> = {
  stewardCategoryId: 'stewardCategory',
  governingKindId: 'governingKind',
};

/** A steward's category comes from the dictionary of categories, and so on. */
export async function checkDictionaries(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const fields = Object.keys(DICTIONARY_OF);
  const keys = distinct(
    candidates.flatMap(({ record }) =>
      fields.filter((field) => touches(record, field)).map((field) => keyOf(record, field)),
    ),
  );
  if (keys.length === 0) return;
  const rows = await selectRows<{ id: string; dictionary: string; title: string }>(
    scope,
    'SELECT id::text AS id, dictionary, title FROM {hxDictionaryItems} WHERE id IN (:keys)',
    { keys },
  );
  const items = new Map(rows.map((row) => [row.id, row]));
  for (const candidate of candidates) {
    for (const field of fields) {
      const item = items.get(keyOf(candidate.record, field) ?? '');
      if (item && item.dictionary !== DICTIONARY_OF[field])
        candidate.refuse(personReason('DICTIONARY_MISMATCH', { title: item.title }, field));
    }
  }
}
