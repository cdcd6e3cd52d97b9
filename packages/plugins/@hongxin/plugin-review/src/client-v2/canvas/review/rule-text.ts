import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { type AssigneeRule, type ReviewNodeConfig } from '../../../shared/config';
import { valueOf, type RuleOption, type RuleOptionKind } from '../../../shared/rule-options';
import { keyOfRecords } from '../../requests/rules';
import { placeChoices, placeOf } from './place';
import { ruleTypeOf, type RuleTypes } from './rule-types';

/** Names of what rules refer to by key. */
export interface RuleNames {
  /** By collection and column, see `keyOfRecords`. */
  records: ReadonlyMap<string, ReadonlyMap<string, string>>;
  roles: ReadonlyMap<string, string>;
  users: ReadonlyMap<number, string>;
  paths: ReadonlyMap<string, string>;
}

/** One rule in words, as its declaration says it, e.g. 社区书记（所在的社区）; one that nobody knows by its type. */
export function ruleText(rule: AssigneeRule, types: RuleTypes, names: RuleNames, t: Translate): string {
  const known = ruleTypeOf(rule, types);
  if (!known) return rule.type;
  return known.sentence.replace(/{{(\w+)}}/g, (_whole, name: string) => {
    const option = known.options.find((each) => each.name === name);
    return option ? optionText(rule, option, names, t) : '';
  });
}

function optionText(rule: AssigneeRule, option: RuleOption<string>, names: RuleNames, t: Translate): string {
  const { kind, choices = [], of, initially } = option;
  if (kind === 'place') return placeChoices(t).find(({ value }) => value === placeOf(rule))?.label ?? '';
  const keys = [valueOf(rule, option) ?? initially ?? []].flat();
  const nameOf = (key: unknown): string => {
    const choice = choices.find(({ value }) => value === key);
    if (choice) return choice.said ?? choice.title;
    if (kind === 'users') return names.users.get(Number(key)) ?? String(key);
    return namesFor(kind, of && keyOfRecords(of), names)?.get(String(key)) ?? String(key);
  };
  return keys.map(nameOf).join('、');
}

function namesFor(
  kind: RuleOptionKind,
  ofRecords: string | undefined,
  { records, roles, paths }: RuleNames,
): ReadonlyMap<string, string> | undefined {
  if (kind === 'records') return records.get(ofRecords ?? '');
  if (kind === 'role') return roles;
  return kind === 'people' || kind === 'relations' ? paths : undefined;
}

/** All rules in one line: 甲；找不到时 乙. */
export function rulesText(rules: readonly AssigneeRule[], types: RuleTypes, names: RuleNames, t: Translate): string {
  return rules
    .map((rule, index) => {
      const text = ruleText(rule, types, names, t);
      if (index === 0) return text;
      return rule.together ? t('和 {{rule}}', { rule: text }) : t('；找不到时 {{rule}}', { rule: text });
    })
    .join(' ');
}

const MODES: Readonly<Record<string, string>> = {
  any: '一人办理即可',
  all: '所有人都要同意',
  sequence: '按顺序一个接一个',
};
const TIMEOUTS: Readonly<Record<string, string>> = {
  remind: '超期提醒并继续等待',
  passUp: '超期交给上一级',
  approve: '超期视为同意',
  return: '超期退回',
  end: '超期结束流程',
};

export function modeText({ mode }: Pick<ReviewNodeConfig, 'mode'>, t: Translate): string {
  if (mode?.kind === 'share') return t('{{percent}}% 的人同意', { percent: mode.percent });
  return t(MODES[mode?.kind ?? 'any']);
}

/** The time limit and what follows when it has passed; undefined when there is none. */
export function deadlineText(
  { deadline, onTimeout = 'remind' }: Pick<ReviewNodeConfig, 'deadline' | 'onTimeout'>,
  fieldTitle: (name: string) => string,
  t: Translate,
): string | undefined {
  if (!deadline) return undefined;
  const limit =
    deadline.kind === 'field'
      ? t('到“{{field}}”为止', { field: fieldTitle(deadline.field) })
      : deadline.unit === 'day'
        ? t('{{count}} 个工作日', { count: deadline.amount })
        : t('{{count}} 个工作小时', { count: deadline.amount });
  return t('{{first}}，{{second}}', { first: limit, second: t(TIMEOUTS[onTimeout]) });
}
