import { translatedTitle } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { FieldChange } from '../../../shared/contract';
import type { Kept, StoredChanges } from '../../steps/kept';
import { displayOf, type Choice } from './record-view';

/**
 * What a resubmission has changed, in the reader's words.
 * @param open names of the fields that the reader sees; null: all
 */
export function presentChanges(
  ctx: Context,
  collection: Collection,
  changes: StoredChanges | null | undefined,
  open: ReadonlySet<string> | null,
): FieldChange[] {
  return Object.entries(changes ?? {})
    .filter(([name]) => collection.hasField(name) && (open === null || open.has(name)))
    .map(([name, [before, after]]) => {
      const schema = (collection.getField(name).options.uiSchema ?? {}) as { title?: string; enum?: Choice[] };
      const choices = (schema.enum ?? []).map((each) => ({ ...each, label: translatedTitle(ctx, each.label) ?? '' }));
      const shown = (kept: Kept): string =>
        kept !== null && typeof kept === 'object' && 'shown' in kept ? kept.shown : displayOf(kept, choices, undefined);
      return { name, title: translatedTitle(ctx, schema.title) ?? name, before: shown(before), after: shown(after) };
    });
}
