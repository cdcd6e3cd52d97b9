import type Database from '@nocobase/database';

/** Rules of this part that hold whatever writes. */
export function bindServiceRules(_db: Database): void {}
