import { ReasonList, type RequestReason, type Translate, type Values } from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import { Form, Input } from 'antd';
import React from 'react';
import { type Decision } from '../../shared/constants';
import { type Candidate, type DecideRequest, type OpenTask } from '../../shared/contract';
import { DecisionButtons } from './DecisionButtons';
import { HandOver } from './HandOver';
import { PhrasePicker } from './PhrasePicker';
import { useWriteFields } from './use-write-fields';

/** Longest opinion the server takes, in characters. */
const OPINION_MAX_LENGTH = 2000;
const OPINION = 'hxOpinion';

export interface DecisionFormProps {
  context: FlowContext;
  open: OpenTask;
  t: Translate;
  touch: boolean;
  busy: Decision | undefined;
  /** What the server said of the last attempt. */
  reasons: readonly RequestReason[];
  draft: { read(): string; keep(text: string): void };
  search(keyword: string): Promise<Candidate[]>;
  onSend(order: DecideRequest): void;
}

/** Fields to fill, the opinion with its phrases, and the decisions that are open. */
export function DecisionForm(props: DecisionFormProps) {
  const { context, open, t, touch, busy, reasons, draft, search, onSend } = props;
  const [form] = Form.useForm<Values>();
  const [handingOver, setHandingOver] = React.useState<'transfer' | 'addSigner'>();
  const { controls, initial, toValues } = useWriteFields(context, open.collection.name, open.record, t);
  const names = open.record.map(({ name }) => name);
  const general = reasons.filter(({ field }) => field !== 'opinion' && !names.includes(field ?? ''));

  const shown = JSON.stringify(reasons);
  React.useEffect(() => {
    const told = JSON.parse(shown) as RequestReason[];
    const fields = [...new Set(told.flatMap(({ field }) => field ?? []))];
    form.setFields(
      fields.map((field) => ({
        name: field === 'opinion' ? OPINION : field,
        errors: told.filter((reason) => reason.field === field).map(({ message }) => message),
      })),
    );
  }, [form, shown]);

  const opinion = (): string => String(form.getFieldValue(OPINION) ?? '').trim();
  const needsOpinion = (decision: Decision): boolean =>
    decision === 'return' || decision === 'reject' || (decision === 'approve' && open.opinion.requiredOnApprove);

  const decide = async (decision: Decision): Promise<void> => {
    if (needsOpinion(decision) && opinion() === '') {
      form.setFields([{ name: OPINION, errors: [t('请填写意见')] }]);
      form.scrollToField(OPINION, { block: 'center' });
      return;
    }
    form.setFields([{ name: OPINION, errors: [] }]);
    // What is missing in the record does not keep anybody from sending it back.
    if (decision === 'approve') {
      const valid = await form.validateFields().then(
        () => true,
        () => false, // shown at the fields
      );
      if (!valid) return;
    }
    const values = decision === 'approve' ? toValues(form.getFieldsValue(true) as Values) : {};
    onSend({
      decision,
      ...(opinion() === '' ? {} : { opinion: opinion() }),
      ...(Object.keys(values).length === 0 ? {} : { values }),
    });
  };

  const pick = (text: string): void => {
    const before = opinion();
    const joined = before === '' || before.endsWith(text) ? text : `${before}\n${text}`;
    form.setFieldValue(OPINION, joined);
    form.setFields([{ name: OPINION, errors: [] }]);
    draft.keep(joined);
  };

  return (
    <Form
      form={form}
      layout="vertical"
      size={touch ? 'large' : 'middle'}
      disabled={busy !== undefined}
      initialValues={{ ...initial, [OPINION]: draft.read() }}
      onValuesChange={(changed: Values) => {
        if (OPINION in changed) draft.keep(String(changed[OPINION] ?? ''));
      }}
    >
      <ReasonList title={t('没有办理成功')} reasons={general} />
      {controls}
      <Form.Item name={OPINION} label={t('意见')} required={open.opinion.requiredOnApprove} style={{ marginBottom: 8 }}>
        <Input.TextArea
          rows={touch ? 3 : 4}
          maxLength={OPINION_MAX_LENGTH}
          placeholder={open.opinion.requiredOnApprove ? t('请填写意见') : t('同意时选填，退回、驳回时必填')}
        />
      </Form.Item>
      <PhrasePicker phrases={open.phrases} touch={touch} t={t} onPick={pick} />
      <DecisionButtons
        allowed={open.allowed}
        busy={busy}
        touch={touch}
        t={t}
        onDecide={(decision) => void decide(decision)}
        onHandOver={setHandingOver}
      />
      {handingOver && (
        <HandOver
          key={handingOver}
          kind={handingOver}
          busy={busy !== undefined}
          t={t}
          search={search}
          onConfirm={(to) =>
            onSend({ decision: handingOver, ...(opinion() === '' ? {} : { opinion: opinion() }), ...to })
          }
          onCancel={() => setHandingOver(undefined)}
        />
      )}
    </Form>
  );
}
