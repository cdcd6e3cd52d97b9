import { mask } from '@hongxin/rules/mechanism';
import type { CollectionAccess } from '../../domain';
import type { Identity } from '../../identity';
import { clearOwnerFields } from './owners';

type Values = Record<string, unknown>;

/** Masks the personal fields of rows, except in the caller's own records. Built once per collection and request. */
export class RowMask {
  private readonly fields: readonly [string, Parameters<typeof mask>[0]][];
  private readonly ownerFields: readonly string[];

  constructor(
    access: CollectionAccess | undefined,
    private readonly identity: Identity,
  ) {
    this.fields = Object.entries(access?.personalFields ?? {});
    this.ownerFields = access && this.fields.length > 0 ? clearOwnerFields(access, identity) : [];
  }

  get isIdle(): boolean {
    return this.fields.length === 0;
  }

  isOwn(row: Values): boolean {
    const { userId } = this.identity;
    return (
      userId !== null &&
      this.ownerFields.some((field) => row[field] !== null && row[field] !== undefined && Number(row[field]) === userId)
    );
  }

  apply(row: Values): void {
    if (this.fields.length === 0 || this.isOwn(row)) return;
    for (const [field, kind] of this.fields) {
      const value = row[field];
      if (value !== null && value !== undefined) row[field] = mask(kind, String(value));
    }
  }
}
