import type { Language, LocalizedText } from '@hongxin/rules/mechanism';
import type { RuleReason } from '../../../shared/contract';
import type { AssigneeRegistry } from '../../assignees/registry';
import type { TaskRecord } from '../../steps/rows';

const OWN: Readonly<Record<string, LocalizedText>> = {
  transfer: { zh: '由{{from}}转办', en: 'Handed on by {{from}}' },
  addSigner: { zh: '由{{from}}加签', en: 'Added as a signer by {{from}}' },
  passUp: { zh: '下级办理超时，上转办理', en: 'Passed up after a time-out below' },
  moveFailed: { zh: '自动办理未成功：{{note}}', en: 'An automatic step failed: {{note}}' },
  administrators: {
    zh: '按规则（{{tried}}）未找到审批人，转由所在区域管理员办理',
    en: 'The rules ({{tried}}) found nobody, so it is with those in charge of the place',
  },
};

/** Why somebody has a task, as a sentence. */
export function ruleReason(
  registry: AssigneeRegistry,
  rule: TaskRecord['rule'],
  language: Language,
): RuleReason | null {
  if (!rule) return null;
  const titleOf = (type: string): string => {
    const known = registry.get(type);
    return known ? (known.because ?? known.title)[language] : type;
  };
  const template = OWN[rule.type]?.[language];
  const separator = language === 'zh' ? '、' : ', ';
  const text = template
    ? template
        .replace('{{from}}', rule.from ?? '')
        .replace('{{note}}', rule.note ?? '')
        .replace('{{tried}}', (rule.tried ?? []).map(titleOf).join(separator))
    : [titleOf(rule.type), rule.note].filter(Boolean).join(language === 'zh' ? '：' : ': ');
  return { type: rule.type, text };
}
