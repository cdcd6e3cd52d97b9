import type { LocalizedText } from './localized-text';

/**
 * Where a dictionary entry comes from: `seed` is stated in the programme's article, `found` is published
 * elsewhere in China, `default` is our proposal. Administrators may change all three.
 */
export type DictionarySource = 'seed' | 'found' | 'default';

/** One entry of a dictionary: a stable English code and its titles. */
export interface DictionaryItem<C extends string = string> extends LocalizedText {
  code: C;
  source: DictionarySource;
}
