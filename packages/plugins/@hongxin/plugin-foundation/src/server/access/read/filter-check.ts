import type { Collection } from '@nocobase/database';
import { refuse } from '../../errors';
import { isScalar, LOGICAL, requireOperator } from './operators';
import { requireComparable } from './operands';
import type { PathCheck } from './paths';
import { relationAt } from './relations';

const MAX_DEPTH = 12;
const MAX_CONDITIONS = 300;

type Filter = Readonly<Record<string, unknown>>;

/**
 * Walks a filter as NocoBase reads it: nested objects, dotted keys and operators in any mixture. Of each name it knows
 * whether it is a column or a relation: a relation takes nothing but the name of a field beyond it, and every column
 * takes the operators and values of its type.
 */
export class FilterCheck {
  private conditions = 0;

  constructor(
    private readonly root: Collection,
    private readonly paths: Pick<PathCheck, 'need'>,
  ) {}

  /** @throws Refusal 400 or 403; see PathCheck and requireOperator */
  need(filter: unknown): void {
    if (filter === undefined || filter === null || filter === '') return;
    if (typeof filter !== 'object') throw refuse(400, 'FILTER_INVALID', {}, 'filter');
    this.walk(filter, [], 0);
  }

  private walk(node: object, path: readonly string[], depth: number): void {
    if (depth > MAX_DEPTH) throw this.tooLarge();
    if (Array.isArray(node)) {
      if (path.length === 0 && node.some(Array.isArray)) throw this.invalid(path);
      if (this.isRelation(path)) throw this.ofRelation(path);
      for (const each of node as unknown[]) this.value(each, path, depth + 1, null);
      return;
    }
    for (const [key, value] of Object.entries(node)) {
      this.requireSaidOnce(node as Filter, key, path);
      let here = path;
      let operator: string | null = null;
      for (const token of key.split('.')) {
        if (/^(\$|\d+$)/.test(token) && this.isRelation(here)) throw this.ofRelation(here);
        if (LOGICAL.has(token) && (typeof value !== 'object' || value === null)) throw this.invalid(path);
        if (/^\d+$/.test(token) || LOGICAL.has(token)) continue;
        if (token.startsWith('$')) operator = token;
        else if (operator) throw refuse(400, 'OPERATOR_UNKNOWN', { operator: key.slice(0, 40) });
        else here = [...here, token];
      }
      this.value(value, here, depth + 1, operator);
    }
  }

  /** Of a value beside an operator on the same key (`a` and `a.$op`) NocoBase loses one, and fails where it is a text. */
  private requireSaidOnce(node: Filter, key: string, path: readonly string[]): void {
    const at = key.indexOf('.$');
    if (at < 0) return;
    const beside = node[key.slice(0, at)];
    if (beside !== undefined && (typeof beside !== 'object' || beside === null))
      throw this.invalid([...path, key.slice(0, at)]);
  }

  private value(value: unknown, path: readonly string[], depth: number, operator: string | null): void {
    if (!operator && this.isRelation(path)) {
      if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) throw this.ofRelation(path);
      return this.walk(value, path, depth);
    }
    if (operator) {
      if (path.length === 0) throw refuse(400, 'OPERATOR_UNKNOWN', { operator: operator.slice(0, 40) });
      // `$not` around conditions has no field of its own at the end.
      if (operator === '$not' && typeof value === 'object' && value !== null && !Array.isArray(value))
        return this.walk(value, path, depth);
      this.condition(path);
      requireOperator(this.root.db.operators as Map<string, unknown>, operator, value, path.join('.'));
      return requireComparable(this.root, path, operator, value);
    }
    if (typeof value === 'object' && value !== null) {
      if (!Array.isArray(value) || value.length === 0 || !value.every(isScalar)) return this.walk(value, path, depth);
    }
    this.condition(path);
    requireComparable(this.root, path, null, value);
  }

  private condition(path: readonly string[]): void {
    if (++this.conditions > MAX_CONDITIONS) throw this.tooLarge();
    if (path.length === 0) throw refuse(400, 'FILTER_INVALID', {}, 'filter');
    this.paths.need(this.root, path);
  }

  private isRelation(path: readonly string[]): boolean {
    return relationAt(this.root, path) !== undefined;
  }

  private ofRelation(path: readonly string[]) {
    return refuse(400, 'FILTER_RELATION', {}, path.join('.'));
  }

  private invalid(path: readonly string[]) {
    return refuse(400, 'FILTER_INVALID', {}, path.join('.') || 'filter');
  }

  private tooLarge() {
    return refuse(400, 'FILTER_TOO_LARGE', { max: MAX_DEPTH, conditions: MAX_CONDITIONS });
  }
}
