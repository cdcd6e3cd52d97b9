import { labelText, languageOf } from '@hongxin/plugin-foundation/client-v2';
import { useFlowEngine } from '@nocobase/flow-engine';
import { Flex, Select, Typography } from 'antd';
import React from 'react';
import { type ReviewNodeConfig } from '../../../shared/config';
import { type Outcome } from '../../../shared/constants';
import { useT } from '../../locale';
import { useProcess } from '../use-process';

type OutcomeMap = NonNullable<ReviewNodeConfig['outcome']>;
interface OutcomeInputProps {
  collection: string;
  value?: OutcomeMap;
  onChange?(outcome: OutcomeMap): void;
}
const ROWS: readonly { outcome: Outcome; title: string }[] = [
  { outcome: 'approved', title: '通过时' },
  { outcome: 'returned', title: '退回时' },
  { outcome: 'rejected', title: '驳回时' },
];

/** What is done with the record when the review ends, in the reviewer's name. */
export function OutcomeInput({ collection, value = {}, onChange }: OutcomeInputProps) {
  const t = useT();
  const language = languageOf(useFlowEngine().context);
  const { process } = useProcess(collection);
  if (process === null)
    return <Typography.Text type="secondary">{t('这张表没有定义流程，审批结果只决定走哪个分支。')}</Typography.Text>;
  const options = (process?.transitions ?? []).map(({ name, label, to }) => {
    const state = process?.states.find((each) => each.name === to);
    const result = state ? ` → ${labelText(state.label, language)}` : '';
    return { value: name, label: `${labelText(label, language)}${result}` };
  });
  return (
    <>
      {ROWS.map(({ outcome, title }) => (
        <Flex key={outcome} align="center" gap={12} style={{ marginBottom: 8 }}>
          <span style={{ whiteSpace: 'nowrap', minWidth: 56 }}>{t(title)}</span>
          <Select
            style={{ flex: 1, width: 'auto', minWidth: 0 }}
            allowClear
            aria-label={t(title)}
            placeholder={t('不改变记录的状态')}
            value={value[outcome]}
            options={options}
            onChange={(transition?: string) => {
              const { [outcome]: _before, ...rest } = value;
              onChange?.(transition ? { ...rest, [outcome]: transition } : rest);
            }}
          />
        </Flex>
      ))}
    </>
  );
}
