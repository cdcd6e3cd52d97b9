import { requestsOf, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { useFlowEngine } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { type AssigneeRule } from '../../../shared/config';
import { type AssigneeRuleType } from '../../../shared/contract';
import { unfitOptions } from '../../../shared/rule-options';
import { fetchRuleTypes } from '../../requests/rules';

export type RuleTypes = readonly AssigneeRuleType[];

/** Rules that the server knows, with their options; undefined until it has answered, none where it does not. */
export function useRuleTypes(): RuleTypes | undefined {
  const { context } = useFlowEngine();
  const { data, error } = useRequest(() => fetchRuleTypes(requestsOf(context.api)), { onError: () => undefined });
  return data ?? (error ? [] : undefined);
}

export function ruleTypeOf(rule: Pick<AssigneeRule, 'type'>, types: RuleTypes): AssigneeRuleType | undefined {
  return types.find(({ type }) => type === rule.type);
}

/** A new rule of a type, with what its options begin with. */
export function newRule({ type, options }: Pick<AssigneeRuleType, 'type' | 'options'>): AssigneeRule {
  const begun = options.filter(({ initially }) => initially !== undefined);
  return { type, ...Object.fromEntries(begun.map(({ name, initially }) => [name, initially])) };
}

/** What a rule still lacks, in words; empty when it is complete, or of a type that nobody knows. */
export function ruleProblems(rule: AssigneeRule, types: RuleTypes, t: Translate): string[] {
  return unfitOptions(rule, ruleTypeOf(rule, types)?.options ?? []).map(({ kind, title }) =>
    kind === 'number' || kind === 'text'
      ? t('请填写{{option}}', { option: title })
      : t('请选择{{option}}', { option: title }),
  );
}
