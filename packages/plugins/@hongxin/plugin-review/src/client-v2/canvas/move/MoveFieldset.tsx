import { useFlowEngine } from '@nocobase/flow-engine';
import {
  AssignedFieldsEditor,
  CollectionCascader,
  useNodeContext,
  WorkflowVariableInput,
  WorkflowVariableTextArea,
} from '@nocobase/plugin-workflow/client-v2';
import { Alert, Form, Radio, Select } from 'antd';
import React from 'react';
import { type DrawnNode } from '../../../shared/move-check';
import { translator } from '../../locale';
import { useReviewedCollection } from '../review/ReviewFieldset';
import { useProcess } from '../use-process';
import { useNeverFollows } from './use-move-warning';

const TRANSITION = ['config', 'transition'];
const VALUES = ['config', 'values'];

/** The move node's drawer. */
export function MoveFieldset() {
  const t = translator(useFlowEngine().context);
  const form = Form.useFormInstance();
  const reviewed = useReviewedCollection();
  const collection = (Form.useWatch(['config', 'collection']) as string | undefined) ?? reviewed;
  const transition = Form.useWatch(TRANSITION) as string | undefined;
  const { process, transitions } = useProcess(collection);
  const askedBy = (name: string | undefined): readonly string[] =>
    process?.transitions.find((each) => each.name === name)?.fields ?? [];
  const asked = askedBy(transition);
  // what another transition asked for would make this one be refused
  const keepAsked = (chosen: string): void => {
    const filled = Object.entries((form.getFieldValue(VALUES) as Record<string, unknown> | undefined) ?? {});
    form.setFieldValue(VALUES, Object.fromEntries(filled.filter(([field]) => askedBy(chosen).includes(field))));
  };
  const forgetTransition = (): void => {
    form.setFieldValue(TRANSITION, undefined);
    form.setFieldValue(VALUES, {});
  };
  const recordId = Form.useWatch(['config', 'recordId']) as string | undefined;
  const neverFollows = useNeverFollows(process, useNodeContext() as DrawnNode | undefined, {
    collection,
    transition,
    recordId,
  });
  const required = (message: string) => [{ required: true, message }];
  return (
    <>
      <Form.Item
        name={['config', 'collection']}
        label={t('数据表')}
        initialValue={reviewed}
        rules={required(t('请选择数据表'))}
      >
        <CollectionCascader onChange={forgetTransition} />
      </Form.Item>
      <Form.Item
        name={['config', 'recordId']}
        label={t('哪条记录')}
        initialValue="{{$context.data.id}}"
        rules={required(t('请选择记录'))}
      >
        <WorkflowVariableInput />
      </Form.Item>
      <Form.Item
        name={TRANSITION}
        label={t('流程操作')}
        rules={required(t('请选择流程操作'))}
        extra={
          process === null ? (
            t('这张表没有定义流程，不能流转。')
          ) : neverFollows ? (
            <Alert
              type="warning"
              showIcon
              role="alert"
              message={t('到这里时记录的状态不允许这一操作，永远不会成功')}
              description={t('请检查触发条件和前面各步的结果，或改选其他操作。')}
            />
          ) : undefined
        }
      >
        <Select options={transitions} onChange={keepAsked} placeholder={t('选择流程操作')} />
      </Form.Item>
      <Form.Item name={['config', 'actor']} label={t('以谁的名义')} initialValue="reviewer">
        <Radio.Group
          options={[
            { value: 'reviewer', label: t('前面的审批人') },
            { value: 'system', label: t('系统') },
          ]}
        />
      </Form.Item>
      <Form.Item name={['config', 'opinion']} label={t('意见')}>
        <WorkflowVariableTextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name={VALUES} label={t('同时填写的字段')} hidden={asked.length === 0} initialValue={{}}>
        <AssignedFieldsEditor collection={collection} fieldFilter={({ name }) => asked.includes(name)} />
      </Form.Item>
    </>
  );
}

export default MoveFieldset;
