import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { type AssigneeRule, type ReviewNodeConfig } from '../../../shared/config';
import { placeChoices, placeOf } from './place';
import { RULE_TITLES } from './rule-types';

/** Names of what rules refer to by key. */
export interface RuleNames {
  posts: ReadonlyMap<string, string>;
  roles: ReadonlyMap<string, string>;
  users: ReadonlyMap<number, string>;
  paths: ReadonlyMap<string, string>;
}

/** One rule in words, e.g. 社区书记（所在的社区）. */
export function ruleText(rule: AssigneeRule, names: RuleNames, t: Translate): string {
  const { type } = rule;
  const options = rule as unknown as Record<string, unknown>;
  const named = <K extends string | number>(keys: unknown, map: ReadonlyMap<K, string>): string =>
    [keys ?? []]
      .flat()
      .map((key) => map.get(key as K) ?? String(key))
      .join('、');
  if (type === 'postHolder') {
    const place = placeChoices(t).find(({ value }) => value === placeOf(rule))?.label ?? '';
    return t('{{who}}（{{where}}）', { who: named(options.postTypes, names.posts), where: place });
  }
  if (type === 'organizationHead') return options.levelsAbove === 1 ? t('上级党组织负责人') : t('所属党组织负责人');
  if (type === 'relation' || type === 'expertsAssigned') return named(options.path, names.paths);
  if (type === 'role') return t('区域内的{{role}}', { role: named(options.role, names.roles) });
  if (type === 'users') return named(options.userIds, names.users);
  return type in RULE_TITLES ? t(RULE_TITLES[type]) : type;
}

/** All rules in one line: 甲；找不到时 乙. */
export function rulesText(rules: readonly AssigneeRule[], names: RuleNames, t: Translate): string {
  return rules
    .map((rule, index) => {
      const text = ruleText(rule, names, t);
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
