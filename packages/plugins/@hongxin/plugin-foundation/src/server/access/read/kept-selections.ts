/**
 * What a chart asks for, after it has been checked. NocoBase then drops in silence what is not among its declared fields
 * (the moments a record was made and changed) or leads to a collection that the roles do not list (who made it), and the
 * chart that is left is another one. There is no hook at that place: it calls `filter`, and this list keeps all it has.
 */
class KeptSelections<Selection> extends Array<Selection> {
  /** Copies are plain lists. */
  static get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  override filter(): Selection[] {
    return this;
  }
}

/** A list of which NocoBase drops nothing; for what has been checked only. */
export function keptSelections<Selection>(checked: readonly Selection[]): Selection[] {
  const kept = new KeptSelections<Selection>();
  kept.push(...checked);
  return kept;
}
