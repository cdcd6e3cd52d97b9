import type Database from '@nocobase/database';

/** Rules of this part that hold whatever writes. */
export function bindListsRules(_db: Database): void {}
