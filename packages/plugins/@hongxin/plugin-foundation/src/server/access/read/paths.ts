import type { Collection } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { Refusal, refuse } from '../../errors';
import { isGuarded } from '../guarded';
import type { AccessDeclarations } from '../declarations';
import { labelFieldsOf } from '../rights/labels';
import type { Rights } from '../rights/rights';
import { isSecret } from './secret-fields';

/**
 * Checks the fields a caller filters, sorts or groups by: every hop must be one they may see, or the answer would tell
 * what is hidden. Across a relation only the label of the other record counts, unless all of its kind are open.
 */
export class PathCheck {
  /** Refused paths of the work under way; null: the first one is thrown at once. */
  private refused: Map<string, Reason> | null = null;

  constructor(
    private readonly access: AccessDeclarations,
    private readonly rights: Rights,
    /** NocoBase has opened the action to everybody by itself: its own collections are not ours to judge. */
    private readonly isLenient = false,
  ) {}

  /**
   * Goes on after a closed path, so that the refusal names every one.
   * @throws Refusal 403 with all of them, after the work
   */
  collect(work: () => void): void {
    const refused = new Map<string, Reason>();
    this.refused = refused;
    try {
      work();
    } finally {
      this.refused = null;
    }
    if (refused.size > 0) throw new Refusal(403, [...refused.values()]);
  }

  /**
   * @returns whether it is open: while refusals are collected, one that is not has been noted
   * @throws Refusal 400 for a path that does not exist, 403 for one the caller may not use
   */
  need(root: Collection, path: readonly string[]): boolean {
    let collection = root;
    const shown = path.join('.').slice(0, 100);
    for (const [index, name] of path.entries()) {
      const isLast = index === path.length - 1;
      const field = collection.getField(name);
      const isColumn = Object.hasOwn(collection.model.rawAttributes, name);
      const isWatched = isGuarded(this.access, collection);
      if (!field && !isColumn) {
        if (this.isLenient && !isWatched) return true;
        throw refuse(400, 'FIELD_UNKNOWN', {}, shown);
      }
      if (this.access.maskOf(collection.name, name) !== undefined) return this.refuse('PERSONAL_FIELD_FILTER', shown);
      if (!this.maySee(collection, name, index > 0)) return this.refuse('FIELD_NOT_VISIBLE', shown);
      const target = field?.target ? collection.db.getCollection(field.target as string) : undefined;
      if (!isLast) {
        if (!target) throw refuse(400, 'FIELD_UNKNOWN', {}, shown);
        collection = target;
      }
    }
    return true;
  }

  /** A field of the collection itself whose value stays unsaid, such as a personal one that is counted. */
  requireVisible(collection: Collection, name: string): void {
    if (!this.maySee(collection, name, false)) this.refuse('FIELD_NOT_VISIBLE', name.slice(0, 100));
  }

  private refuse(code: string, field: string): false {
    if (!this.refused) throw refuse(403, code, {}, field);
    this.refused.set(`${code} ${field}`, { code, params: { field }, field });
    return false;
  }

  private maySee(collection: Collection, name: string, isAcross: boolean): boolean {
    if (this.isLenient && !isGuarded(this.access, collection)) return true;
    if (isSecret(collection, name)) return false;
    if (this.rights.identity.isAdministrator) return true;
    if (!isAcross) return this.rights.canSee(collection, name);
    const right = this.rights.on(collection.name, 'view');
    if (right && right.filter === null && this.rights.canSee(collection, name)) return true;
    return labelFieldsOf(this.access, collection).has(name);
  }
}
