import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useFlowEngine } from '@nocobase/flow-engine';
import { Button, Card, Flex, Select, Typography } from 'antd';
import React from 'react';
import { type AssigneeRule } from '../../../shared/config';
import { translator } from '../../locale';
import { RuleOption } from './RuleOption';
import { newRule, ruleTypeOf, useRuleTypes } from './rule-types';

interface RuleListInputProps {
  collection: string;
  value?: AssigneeRule[];
  onChange?(rules: AssigneeRule[]): void;
}

/** Who is asked: rules tried one after the other, each joined with or standing in for the one before. */
export function RuleListInput({ collection, value = [], onChange }: RuleListInputProps) {
  const { context } = useFlowEngine();
  const t = translator(context);
  const known = useRuleTypes() ?? [];
  const types = known.map(({ type, title }) => ({ value: type, label: title }));
  const optionsOf = (rule: AssigneeRule) => ruleTypeOf(rule, known)?.options ?? [];
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
                  : [...types, { value: rule.type, label: rule.type }]
              }
              onChange={(type: string) =>
                replace(index, {
                  ...newRule(ruleTypeOf({ type }, known) ?? { type, options: [] }),
                  together: rule.together,
                })
              }
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
          {optionsOf(rule).length > 0 && (
            <Flex gap={8} wrap style={{ marginTop: 8 }}>
              {optionsOf(rule).map((field) => (
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
        disabled={known.length === 0 ? true : undefined}
        onClick={() => onChange?.([...value, newRule(known[0])])}
      >
        {t('添加规则')}
      </Button>
    </Flex>
  );
}
