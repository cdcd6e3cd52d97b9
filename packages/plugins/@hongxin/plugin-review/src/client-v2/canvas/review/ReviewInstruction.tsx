import { AuditOutlined } from '@ant-design/icons';
import { useFlowEngine } from '@nocobase/flow-engine';
import { Instruction, type UseVariableOptions, type VariableOption } from '@nocobase/plugin-workflow/client-v2';
import React from 'react';
import { type ReviewNodeConfig } from '../../../shared/config';
import { BRANCH, NODE_TYPE } from '../../../shared/constants';
import { tExpr, translator } from '../../locale';
import { variableLeaf } from '../variables';
import { DEFAULT_REVIEW } from './default-config';

interface ReviewNode {
  key: string;
  title?: string;
  config?: Partial<ReviewNodeConfig>;
}

/** 层级审批: waits until the people its rules find have decided. */
export class ReviewInstruction extends Instruction {
  type = NODE_TYPE;
  title = tExpr('层级审批');
  group = 'manual';
  description = tExpr('按岗位、层级、单位等规则找到审批人，等他们同意、退回或驳回；有时限、提醒和超期处理。');
  icon = (<AuditOutlined />);
  async = true;
  fieldset = {};
  branching = [
    { label: tExpr('通过'), value: BRANCH.approved },
    { label: tExpr('退回'), value: BRANCH.returned },
    { label: tExpr('驳回'), value: BRANCH.rejected },
  ];

  /** Without rules: the server refuses an empty list of them, but not a node whose drawer was never saved. */
  createDefaultConfig(): Record<string, unknown> {
    const { assignees: _none, ...rest } = JSON.parse(JSON.stringify(DEFAULT_REVIEW)) as typeof DEFAULT_REVIEW;
    return rest;
  }

  FieldsetLoader = () => import('./ReviewFieldset').then((module) => ({ default: module.ReviewFieldset }));
  ComponentLoader = () => import('./ReviewCard').then((module) => ({ default: module.ReviewCard }));

  useVariables = useReviewVariables;
}

/** What later nodes may use of a settled review. */
function useReviewVariables({ key, title, config }: ReviewNode, options?: UseVariableOptions): VariableOption {
  const t = translator(useFlowEngine().context);
  const leaf = variableLeaf(options);
  const filled = (config?.fields ?? []).filter(({ mode }) => mode !== 'read').map(({ name }) => leaf(name, name));
  return leaf(key, title ?? t('层级审批'), [
    leaf('decision', t('审批结果')),
    leaf('opinion', t('审批意见')),
    leaf('userId', t('审批人（用户编号）')),
    leaf('userName', t('审批人姓名')),
    leaf('onBehalfOfId', t('代表谁（用户编号）')),
    leaf('at', t('审批时间')),
    leaf('cause', t('结束的原因')),
    leaf('decisions', t('每个人的意见')),
    ...(filled.length > 0 ? [leaf('values', t('审批人填写的内容'), filled)] : []),
  ]);
}
