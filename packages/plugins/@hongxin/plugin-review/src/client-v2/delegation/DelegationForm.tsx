import { ReasonList, requestFailure, type RequestReason, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, DatePicker, Flex, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import React from 'react';
import { type Candidate, type DeclareRequest, type FilterChoices } from '../../shared/contract';
import { PersonSelect } from '../view/PersonSelect';

interface DelegationFormProps {
  t: Translate;
  touch: boolean;
  processes: FilterChoices['processes'];
  search(keyword: string): Promise<Candidate[]>;
  save(delegation: DeclareRequest): Promise<void>;
  onCancel(): void;
}
interface FormValues {
  deputyId: number;
  startsOn: Dayjs;
  endsOn: Dayjs;
  processes?: string[];
  reason?: string;
}
const DAY = 'YYYY-MM-DD';

/** Names a deputy for a period. */
export function DelegationForm({ t, touch, processes, search, save, onCancel }: DelegationFormProps) {
  const [form] = Form.useForm<FormValues>();
  const [reasons, setReasons] = React.useState<RequestReason[]>([]);
  const [busy, setBusy] = React.useState(false);
  const finish = async ({ deputyId, startsOn, endsOn, processes: chosen = [], reason }: FormValues): Promise<void> => {
    setBusy(true);
    setReasons([]);
    try {
      await save({
        deputyId,
        startsOn: startsOn.format(DAY),
        endsOn: endsOn.format(DAY),
        processes: chosen,
        reason: reason?.trim() || null,
      });
    } catch (error) {
      setReasons(requestFailure(error).reasons);
    } finally {
      setBusy(false);
    }
  };
  const required = [{ required: true, message: t('请填写') }];
  return (
    <Form
      form={form}
      layout="vertical"
      size={touch ? 'large' : 'middle'}
      disabled={busy}
      initialValues={{ startsOn: dayjs() }}
      onFinish={(values) => void finish(values)}
    >
      <ReasonList title={t('没有保存')} reasons={reasons} />
      <Form.Item name="deputyId" label={t('请谁代办')} rules={required}>
        <PersonSelect placeholder={t('输入姓名查找')} t={t} search={search} />
      </Form.Item>
      <Flex gap={12}>
        <Form.Item name="startsOn" label={t('从')} rules={required} style={{ flex: 1 }}>
          <DatePicker style={{ width: '100%' }} inputReadOnly={touch} />
        </Form.Item>
        <Form.Item
          name="endsOn"
          label={t('到（含当天）')}
          dependencies={['startsOn']}
          style={{ flex: 1 }}
          rules={[
            ...required,
            ({ getFieldValue }) => ({
              validator: (_rule, end?: Dayjs) =>
                !end || !getFieldValue('startsOn') || !end.isBefore(getFieldValue('startsOn') as Dayjs, 'day')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('结束日期不能早于开始日期'))),
            }),
          ]}
        >
          <DatePicker style={{ width: '100%' }} inputReadOnly={touch} />
        </Form.Item>
      </Flex>
      <Form.Item name="processes" label={t('哪些流程')}>
        <Select mode="multiple" allowClear placeholder={t('全部流程')} options={[...processes]} />
      </Form.Item>
      <Form.Item name="reason" label={t('事由')}>
        <Input maxLength={200} placeholder={t('选填')} />
      </Form.Item>
      <Flex gap={8} justify="flex-end">
        <Button onClick={onCancel}>{t('取消')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('保存委托')}
        </Button>
      </Flex>
    </Form>
  );
}
