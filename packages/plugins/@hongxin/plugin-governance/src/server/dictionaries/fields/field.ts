/** A select field whose choices are the items of a dictionary. */
export interface DictionaryField {
  dictionary: string;
  collection: string;
  field: string;
  /** Codes that the plugin's own code writes or compares with. */
  needed?: readonly string[];
}
