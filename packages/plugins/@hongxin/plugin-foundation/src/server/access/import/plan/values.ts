import type { Collection } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import type { CollectionAccess } from '../../../domain';
import { valueReasons } from '../../../errors';
import { maskedFields } from '../../write/masked-values';
import { FieldRules } from '../field-rules';
import type { RowProblem } from '../types';
import type { RowPlan } from './row-plan';

/** What columns, fields and masks say against the values of rows whose cells could all be read. */
export function valueProblems(
  collection: Collection,
  declaration: CollectionAccess | undefined,
  plans: readonly RowPlan[],
): RowProblem[] {
  const fieldRules = new FieldRules(collection);
  return plans.flatMap((plan) => {
    const names = plan.stored ? Object.keys(plan.values) : undefined;
    const reasons = [
      ...valueReasons(collection, plan.values),
      ...maskedFields(declaration, plan.values).map((name) => maskedReason(plan, name)),
      ...fieldRules.reasons(plan.values, names),
    ];
    return oneForEachField(reasons).map((reason) => ({ row: plan.row, reason }));
  });
}

/** The first thing that is said of a field: the column and the field's own rules often mean the same. */
function oneForEachField(reasons: readonly Reason[]): Reason[] {
  const told = new Set<string>();
  return reasons.filter(({ field }) => field === undefined || (!told.has(field) && told.add(field)));
}

function maskedReason({ stored, changes }: RowPlan, field: string): Reason {
  const change = changes.find(({ column }) => column.name === field);
  return stored
    ? { code: 'IMPORT_MASKED_CHANGED', params: { field, value: change?.from ?? '' }, field }
    : { code: 'IMPORT_MASKED_NEW', params: { field }, field };
}
