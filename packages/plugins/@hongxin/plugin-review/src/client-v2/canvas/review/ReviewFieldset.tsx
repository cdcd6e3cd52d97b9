import { requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { useFlowEngine } from '@nocobase/flow-engine';
import {
  parseCollectionName,
  useCurrentWorkflowContext,
  WorkflowVariableTextArea,
} from '@nocobase/plugin-workflow/client-v2';
import { Divider, Form, InputNumber, Radio, Select, Switch } from 'antd';
import React from 'react';
import { type AssigneeRule, type ReviewNodeConfig } from '../../../shared/config';
import { translator } from '../../locale';
import { fetchRuleTypes } from '../../requests/rules';
import { AllowInput } from './AllowInput';
import { DeadlineInput } from './DeadlineInput';
import { DEFAULT_REVIEW } from './default-config';
import { FieldListInput } from './FieldListInput';
import { ModeInput } from './ModeInput';
import { OutcomeInput } from './OutcomeInput';
import { PlaceInput } from './PlaceInput';
import { ruleProblems, type RuleTypes } from './rule-types';
import { RuleListInput } from './RuleListInput';
import { RuleWarnings } from './RuleWarnings';

const key = (name: keyof ReviewNodeConfig, ...below: string[]) => ['config', name, ...below];

/** Collection of the record under review: the workflow's. */
export function useReviewedCollection(): string {
  const workflow = useCurrentWorkflowContext();
  const config = workflow?.config as { collection?: string } | undefined;
  return parseCollectionName(config?.collection)[1] ?? '';
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <Divider orientation="left" orientationMargin={0}>
        {title}
      </Divider>
      {children}
    </section>
  );
}

/** The review node's drawer. Saving replaces the whole configuration: every key has its item here. */
export function ReviewFieldset() {
  const { context } = useFlowEngine();
  const t = translator(context);
  const collection = useReviewedCollection();
  const assignees = (Form.useWatch(key('assignees')) ?? []) as AssigneeRule[];
  const deadline = Form.useWatch(key('deadline')) as ReviewNodeConfig['deadline'];
  const allow = (Form.useWatch(key('allow')) ?? {}) as NonNullable<ReviewNodeConfig['allow']>;
  /** Where the rules cannot be read, the server is the one that checks them. */
  const complete = async (_: unknown, rules: AssigneeRule[] = []): Promise<void> => {
    const types = await fetchRuleTypes(requestsOf(context.api)).catch((): RuleTypes => []);
    const problems = rules.flatMap((rule, index) =>
      ruleProblems(rule, types, t).map((message) => t('第 {{number}} 条：{{message}}', { number: index + 1, message })),
    );
    if (problems.length > 0) throw new Error(problems.join('；'));
  };
  const some = (_: unknown, rules: AssigneeRule[] = []): Promise<void> =>
    rules.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('请至少添加一条规则')));
  const item = (name: keyof typeof DEFAULT_REVIEW) => ({ name: key(name), initialValue: DEFAULT_REVIEW[name] });
  return (
    <>
      <Form.Item name={key('title')} label={t('待办标题')} extra={t('不填则用记录的名称，可以插入变量。')}>
        <WorkflowVariableTextArea autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>

      <Part title={t('由谁审批')}>
        <Form.Item {...item('placeField')} label={t('记录所在区域')}>
          <PlaceInput collection={collection} />
        </Form.Item>
        <Form.Item {...item('assignees')} rules={[{ validator: some }, { validator: complete }]}>
          <RuleListInput collection={collection} />
        </Form.Item>
        <RuleWarnings collection={collection} assignees={assignees} />
        <Form.Item {...item('excludeApplicant')} label={t('申请人不审批自己的申请')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item {...item('onNobody')} label={t('找不到任何人时')}>
          <Radio.Group
            options={[
              { value: 'administrators', label: t('交给本区域的管理员，并说明原因') },
              { value: 'skip', label: t('跳过这一步，继续往下走') },
            ]}
          />
        </Form.Item>
        <Form.Item {...item('mode')} label={t('有多人时')}>
          <ModeInput />
        </Form.Item>
        <Form.Item {...item('copyTo')} label={t('抄送给')} rules={[{ validator: complete }]}>
          <RuleListInput collection={collection} />
        </Form.Item>
      </Part>

      <Part title={t('时限')}>
        <Form.Item
          {...item('deadline')}
          label={t('办理时限')}
          rules={[
            {
              validator: (_: unknown, value: ReviewNodeConfig['deadline']) =>
                value?.kind === 'field' && value.field === ''
                  ? Promise.reject(new Error(t('请选择日期')))
                  : Promise.resolve(),
            },
          ]}
        >
          <DeadlineInput collection={collection} />
        </Form.Item>
        <Form.Item {...item('remindAtPercent')} label={t('时限过去多少时提醒')} hidden={!deadline}>
          <InputNumber min={1} max={100} addonAfter="%" style={{ width: 140 }} />
        </Form.Item>
        <Form.Item {...item('onTimeout')} label={t('超期后')} hidden={!deadline}>
          <Select
            style={{ maxWidth: 320 }}
            options={[
              { value: 'remind', label: t('提醒并继续等待') },
              { value: 'passUp', label: t('交给上一级') },
              { value: 'approve', label: t('视为同意') },
              { value: 'return', label: t('退回') },
              { value: 'end', label: t('结束流程') },
            ]}
          />
        </Form.Item>
      </Part>

      <Part title={t('可以怎样办理')}>
        <Form.Item {...item('allow')} label={t('除同意外，还可以')}>
          <AllowInput />
        </Form.Item>
        <Form.Item {...item('returnTo')} label={t('退回到')} hidden={!allow.return}>
          <Radio.Group
            options={[
              { value: 'applicant', label: t('申请人') },
              { value: 'previous', label: t('前一个审批环节') },
            ]}
          />
        </Form.Item>
        <Form.Item
          {...item('allowDirect')}
          label={t('有权的人也可以不经审批直接办理')}
          valuePropName="checked"
          extra={t('直接办理后，这一步审批自动结束。')}
        >
          <Switch />
        </Form.Item>
      </Part>

      <Part title={t('意见与填写')}>
        <Form.Item
          name={key('opinion', 'requiredOnApprove')}
          initialValue={DEFAULT_REVIEW.opinion.requiredOnApprove}
          label={t('同意时也必须写意见')}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
        <Form.Item
          name={key('opinion', 'phrases')}
          initialValue={DEFAULT_REVIEW.opinion.phrases}
          label={t('常用意见')}
          extra={t('输入后按回车；不填则用公共的常用意见。')}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['\n']} />
        </Form.Item>
        <Form.Item {...item('fields')} label={t('审批人看到和填写的字段')}>
          <FieldListInput collection={collection} />
        </Form.Item>
      </Part>

      <Part title={t('审批结果')}>
        <Form.Item
          {...item('outcome')}
          label={t('以审批人的名义对记录进行的操作')}
          extra={t('受流程自身规则约束；规则不允许时，审批人会看到全部原因。')}
        >
          <OutcomeInput collection={collection} />
        </Form.Item>
      </Part>
    </>
  );
}

export default ReviewFieldset;
