import { requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useFlowEngine } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { Button, Card, Flex, Select, Typography } from 'antd';
import React from 'react';
import { type AssigneeRule } from '../../../shared/config';
import { translator } from '../../locale';
import { fetchRuleTypes } from '../../requests/rules';
import { RuleOption } from './RuleOption';
import { fieldsOf, newRule, RULE_TITLES } from './rule-types';

interface RuleListInputProps {
  collection: string;
  value?: AssigneeRule[];
  onChange?(rules: AssigneeRule[]): void;
}

/** Who is asked: rules tried one after the other, each joined with or standing in for the one before. */
export function RuleListInput({ collection, value = [], onChange }: RuleListInputProps) {
  const { context } = useFlowEngine();
  const t = translator(context);
  const { data: known } = useRequest(() => fetchRuleTypes(requestsOf(context.api)), { onError: () => undefined });
  const offered = known
    ? [
        ...Object.keys(RULE_TITLES).filter((type) => known.some((each) => each.type === type)),
        ...known.map(({ type }) => type).filter((type) => !(type in RULE_TITLES)),
      ]
    : Object.keys(RULE_TITLES);
  const titleOf = (type: string): string =>
    type in RULE_TITLES ? t(RULE_TITLES[type]) : (known?.find((each) => each.type === type)?.title ?? type);
  const types = offered.map((type) => ({ value: type, label: titleOf(type) }));
  const replace = (index: number, rule: AssigneeRule): void =>
    onChange?.(value.map((each, at) => (at === index ? rule : each)));
  const move = (index: number, by: number): void => {
    const rules = [...value];
    const [moved] = rules.splice(index, 1);
    rules.splice(index + by, 0, moved);
    onChange?.(rules.map((rule, at) => (at === 0 ? { ...rule, together: undefined } : rule)));
  };
  return (
    <Flex vertical gap={8}>
      {value.map((rule, index) => (
        <Card key={index} size="small" role="group" aria-label={t('第 {{number}} 条规则', { number: index + 1 })}>
          <Flex gap={8} wrap align="center">
            {index === 0 ? (
              <Typography.Text type="secondary">{t('先找')}</Typography.Text>
            ) : (
              <Select
                style={{ width: 'auto', flex: '0 0 140px' }}
                aria-label={t('与上一条的关系')}
                value={rule.together === true}
                options={[
                  { value: false, label: t('找不到时改找') },
                  { value: true, label: t('同时还找') },
                ]}
                onChange={(together: boolean) => replace(index, { ...rule, together })}
              />
            )}
            <Select
              style={{ width: 'auto', flex: '1 1 180px' }}
              aria-label={t('找什么人')}
              value={rule.type}
              options={
                types.some(({ value: type }) => type === rule.type)
                  ? types
                  : [...types, { value: rule.type, label: titleOf(rule.type) }]
              }
              onChange={(type: string) => replace(index, { ...newRule(type), together: rule.together })}
            />
            <span style={{ marginInlineStart: 'auto', whiteSpace: 'nowrap' }}>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={t('上移')}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={t('下移')}
                disabled={index === value.length - 1}
                onClick={() => move(index, 1)}
              />
              <Button
                type="text"
                size="small"
                danger
                icon={<DeleteOutlined />}
                aria-label={t('删除')}
                onClick={() => onChange?.(value.filter((_, at) => at !== index))}
              />
            </span>
          </Flex>
          {fieldsOf(rule.type).length > 0 && (
            <Flex gap={8} wrap style={{ marginTop: 8 }}>
              {fieldsOf(rule.type).map((field) => (
                <RuleOption
                  key={`${rule.type}.${field.name}`}
                  context={context}
                  collection={collection}
                  rule={rule}
                  field={field}
                  onChange={(next) => replace(index, next)}
                />
              ))}
            </Flex>
          )}
        </Card>
      ))}
      <Button
        type="dashed"
        icon={<PlusOutlined />}
        onClick={() => onChange?.([...value, newRule(offered[0] ?? 'users')])}
      >
        {t('添加规则')}
      </Button>
    </Flex>
  );
}
