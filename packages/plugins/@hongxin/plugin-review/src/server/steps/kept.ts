/** What is kept of a record's values, so that a resubmission can show what has changed. */
export type Plain = string | number | boolean | null | Plain[];
/** A value that is not kept whole: what may be shown of it, and what tells whether it has changed. */
interface Cut {
  shown: string;
  digest: string;
}
export type Kept = Plain | Cut;
export interface Snapshot {
  salt: string;
  values: Record<string, Kept>;
}
export type StoredChanges = Record<string, [before: Kept, after: Kept]>;
