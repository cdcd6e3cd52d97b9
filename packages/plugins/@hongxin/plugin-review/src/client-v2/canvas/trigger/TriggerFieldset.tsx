import { AppendsSelect, CollectionCascader, TriggerCollectionRecordSelect } from '@nocobase/plugin-workflow/client-v2';
import { Form, Radio, Select, Switch } from 'antd';
import React from 'react';
import { type TriggerMoment } from '../../../shared/config';
import { useT } from '../../locale';
import { useProcess } from '../use-process';

const COLLECTION = ['config', 'collection'];
const ON = ['config', 'on'];

/** When it starts: states and transitions are those of the collection's process; without one, only creation is left. */
function Moment() {
  const t = useT();
  const form = Form.useFormInstance();
  const collection = Form.useWatch(COLLECTION, form) as string | undefined;
  const on = Form.useWatch(ON, form) as TriggerMoment | undefined;
  const { process, states, transitions } = useProcess(collection);
  const hasNone = collection !== undefined && process === null;
  React.useEffect(() => {
    if (hasNone && on !== 'create') form.setFieldValue(ON, 'create');
  }, [form, hasNone, on]);
  if (!collection) return null;
  const many = { mode: 'multiple' as const, allowClear: true };
  return (
    <>
      <Form.Item
        name={ON}
        label={t('何时开始')}
        initialValue="state"
        extra={hasNone ? t('这张表没有定义流程，只能在新建记录时开始。') : undefined}
      >
        <Radio.Group
          options={[
            { value: 'state', label: t('到达某个状态'), disabled: hasNone },
            { value: 'transition', label: t('完成某项流程操作'), disabled: hasNone },
            { value: 'create', label: t('新建记录') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['config', 'states']}
        label={t('到达这些状态之一')}
        hidden={on !== 'state'}
        rules={[{ required: on === 'state', type: 'array', min: 1, message: t('请至少选择一个状态') }]}
      >
        <Select {...many} options={states} placeholder={t('选择状态')} />
      </Form.Item>
      <Form.Item
        name={['config', 'transitions']}
        label={t('完成这些操作之一')}
        hidden={on !== 'transition'}
        rules={[{ required: on === 'transition', type: 'array', min: 1, message: t('请至少选择一项操作') }]}
      >
        <Select {...many} options={transitions} placeholder={t('选择流程操作')} />
      </Form.Item>
    </>
  );
}

/** Asked for when the workflow is made. */
export function TriggerPreset() {
  const t = useT();
  return (
    <>
      <Form.Item name={COLLECTION} label={t('数据表')} rules={[{ required: true, message: t('请选择数据表') }]}>
        <CollectionCascader />
      </Form.Item>
      <Moment />
    </>
  );
}

/** The trigger's drawer. */
export function TriggerFieldset() {
  const t = useT();
  const collection = Form.useWatch(COLLECTION) as string | undefined;
  const on = Form.useWatch(ON) as TriggerMoment | undefined;
  return (
    <>
      <Form.Item name={COLLECTION} label={t('数据表')}>
        <CollectionCascader disabled />
      </Form.Item>
      <Moment />
      <Form.Item
        name={['config', 'appends']}
        label={t('一并读取的关联数据')}
        extra={t('后面的节点要用到的关联数据，例如单位、社区。')}
      >
        <AppendsSelect collection={collection} />
      </Form.Item>
      <Form.Item
        name={['config', 'includeExisting']}
        label={t('启用时已经在这些状态的记录也开始')}
        valuePropName="checked"
        initialValue={false}
        hidden={on !== 'state'}
      >
        <Switch />
      </Form.Item>
    </>
  );
}

/** Chooses the record of a manual run. */
export function TriggerExecute() {
  const t = useT();
  return (
    <Form.Item name="data" label={t('用哪条记录运行')} rules={[{ required: true, message: t('请选择记录') }]}>
      <TriggerCollectionRecordSelect />
    </Form.Item>
  );
}
