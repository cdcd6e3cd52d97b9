import type { Collection } from '@nocobase/database';
import type { CollectionAccess } from '../../domain';
import { RowMask } from '../personal/mask-row';
import type { Rights } from '../rights/rights';

type Values = Record<string, unknown>;

/**
 * What the caller sees of a stored record. A sent value is compared only with what they see: an answer that differs when
 * the value is right would let them try out what is kept from them.
 */
export class Sight {
  constructor(
    private readonly collection: Collection,
    private readonly declaration: CollectionAccess | undefined,
    private readonly rights: Rights,
  ) {}

  /** @returns the names of the open fields, or null for all */
  async of(stored: Values): Promise<ReadonlySet<string> | null> {
    const key = String(stored[this.collection.model.primaryKeyAttribute]);
    const open = (await this.rights.fieldsOfRows(this.collection, [stored])).get(key);
    return open === undefined ? new Set() : open;
  }

  /** Whether the caller sees the field, and not only its mask. */
  async isClear(name: string, stored: Values): Promise<boolean> {
    if (this.declaration?.personalFields?.[name] && !new RowMask(this.declaration, this.rights.identity).isOwn(stored))
      return false;
    const open = await this.of(stored);
    return open === null || open.has(name);
  }
}
