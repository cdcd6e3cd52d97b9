import type { RowProblem } from '../types';

/** Which records the rows of a sheet are about. */
export interface Matches {
  /** Ids of the records that rows are about, by the row's number. */
  ids: Map<number, string>;
  /** Rows that only their look tells whom they are about: what they leave empty stays as it is. */
  alike: Set<number>;
  problems: RowProblem[];
}
