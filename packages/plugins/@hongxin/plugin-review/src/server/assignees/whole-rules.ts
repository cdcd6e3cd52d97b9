import { Refusal } from '@hongxin/plugin-foundation';
import type { LocalizedText, Reason } from '@hongxin/rules/mechanism';
import type { ReviewNodeConfig } from '../../shared/config';
import { unfitOptions } from '../../shared/rule-options';
import type { AssigneeRegistry } from './registry';

/** Lists of rules of a review node, as its drawer calls them. */
const LISTS = {
  assignees: { zh: '由谁审批', en: 'Who reviews' },
  copyTo: { zh: '抄送给', en: 'Copies to' },
} as const satisfies Readonly<Partial<Record<keyof ReviewNodeConfig, LocalizedText>>>;

/** Every rule has the options that its own declaration asks for. @throws Refusal 400 naming each that is missing or unfit */
export function requireWholeRules(
  registry: AssigneeRegistry,
  config: Pick<Partial<ReviewNodeConfig>, keyof typeof LISTS>,
): void {
  const reasons: Reason[] = [];
  for (const list of ['assignees', 'copyTo'] as const)
    for (const [index, rule] of (config[list] ?? []).entries()) {
      const known = registry.get(rule.type);
      for (const option of known ? unfitOptions(rule, known.options) : []) {
        const params = { list: LISTS[list], number: index + 1, rule: known?.title ?? rule.type, option: option.title };
        reasons.push({ code: 'REVIEW_RULE_UNFIT', params, field: list });
      }
    }
  if (reasons.length > 0) throw new Refusal(400, reasons);
}
