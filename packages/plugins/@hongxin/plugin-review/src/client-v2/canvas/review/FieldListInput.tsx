import { DeleteOutlined } from '@ant-design/icons';
import { useFlowEngine, type CollectionField } from '@nocobase/flow-engine';
import { Button, Flex, Segmented, Select, Typography } from 'antd';
import React from 'react';
import { type ReviewField } from '../../../shared/config';
import { useT } from '../../locale';

interface FieldListInputProps {
  collection: string;
  value?: ReviewField[];
  onChange?(fields: ReviewField[]): void;
}

/** Fields the reviewer sees, fills, must fill. Only those to be filled can be written. */
export function FieldListInput({ collection, value = [], onChange }: FieldListInputProps) {
  const t = useT();
  const { context } = useFlowEngine();
  const all = (context.dataSourceManager.getCollection('main', collection)?.getFields() ?? []).filter(
    ({ interface: kind }) => Boolean(kind),
  );
  const titleOf = (name: string): string => {
    const field = all.find((each: CollectionField) => each.name === name);
    return field ? context.t(field.title || name) : name;
  };
  const left = all.filter(({ name }) => !value.some((each) => each.name === name));
  return (
    <Flex vertical gap={6}>
      {value.length === 0 && (
        <Typography.Text type="secondary">
          {t('没有选择字段：审批人看到他有权看的、已填写的字段，都不能填写。')}
        </Typography.Text>
      )}
      {value.map((each, index) => (
        <Flex key={each.name} gap={8} align="center" role="group" aria-label={titleOf(each.name)}>
          <span style={{ flex: 1, minWidth: 0 }}>{titleOf(each.name)}</span>
          <Segmented<ReviewField['mode']>
            size="small"
            value={each.mode}
            options={[
              { value: 'read', label: t('只看') },
              { value: 'write', label: t('可填') },
              { value: 'required', label: t('必填') },
            ]}
            onChange={(mode) => onChange?.(value.map((field, at) => (at === index ? { ...field, mode } : field)))}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('移除{{field}}', { field: titleOf(each.name) })}
            onClick={() => onChange?.(value.filter((_, at) => at !== index))}
          />
        </Flex>
      ))}
      <Select
        mode="multiple"
        showSearch
        optionFilterProp="label"
        placeholder={t('添加字段')}
        aria-label={t('添加字段')}
        value={[] as string[]}
        options={left.map(({ name }) => ({ value: name, label: titleOf(name) }))}
        onChange={(names: string[]) =>
          onChange?.([...value, ...names.map((name) => ({ name, mode: 'read' as const }))])
        }
      />
    </Flex>
  );
}
