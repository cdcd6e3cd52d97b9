import { foundationOf } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import type { MoveNodeConfig, ReviewNodeConfig } from '../../shared/config';
import { TIMEOUT_ACTIONS } from '../../shared/constants';
import { requireWholeRules } from '../assignees/whole-rules';
import type { AssigneeRegistry } from '../assignees/registry';

type Errors = Record<string, string>;
const found = (errors: Errors): Errors | null => (Object.keys(errors).length > 0 ? errors : null);

/**
 * What NocoBase answers when a review node is saved: the first thing wrong, per part of its form. A node that was just put
 * on the canvas has no rules yet, and its drawer was not saved; then the card says so, and its tasks are the administrators'.
 * @throws Refusal 400 naming every option that a rule still needs
 */
export function checkReviewConfig(registry: AssigneeRegistry, config: Partial<ReviewNodeConfig>): Errors | null {
  const errors: Errors = {};
  const { assignees, copyTo, mode, deadline, onTimeout, remindAtPercent, fields = [] } = config;
  const unknown = assignees?.find(({ type }) => !registry.has(type));
  if (assignees?.length === 0) errors.assignees = '请至少添加一条审批人规则';
  else if (unknown) errors.assignees = `没有名为“${String(unknown.type)}”的审批人规则`;
  else if (assignees?.[0].together) errors.assignees = '第一条规则不能与前一条合并';
  if (mode && !['any', 'all', 'share', 'sequence'].includes(mode.kind)) errors.mode = '请选择审批方式';
  if (mode?.kind === 'share' && !(mode.percent >= 1 && mode.percent <= 100)) errors.mode = '比例应为1—100';
  if (deadline?.kind === 'working' && !(deadline.amount > 0)) errors.deadline = '时限应大于0';
  if (deadline?.kind === 'field' && !deadline.field) errors.deadline = '请选择日期字段';
  if (onTimeout && !TIMEOUT_ACTIONS.includes(onTimeout)) errors.onTimeout = '请选择超时处理方式';
  if (remindAtPercent !== undefined && remindAtPercent !== null && !(remindAtPercent >= 1 && remindAtPercent <= 100))
    errors.remindAtPercent = '提醒比例应为1—100';
  if (new Set(fields.map(({ name }) => name)).size < fields.length) errors.fields = '同一字段只能列一次';
  if (!found(errors)) requireWholeRules(registry, { assignees, copyTo });
  return found(errors);
}

/** What NocoBase answers when a move node is saved; one that was just put on the canvas names no transition yet. */
export function checkMoveConfig(app: Application, config: Partial<MoveNodeConfig>): Errors | null {
  if (config.collection === undefined && config.transition === undefined) return null;
  const errors: Errors = {};
  const process = config.collection ? foundationOf(app).transitions.processOf(config.collection) : undefined;
  if (!process) errors.collection = '请选择有办理流程的数据表';
  else if (!config.transition || !Object.hasOwn(process.definition.transitions, config.transition))
    errors.transition = '请选择流程中的操作';
  if (config.recordId === undefined || config.recordId === null || config.recordId === '')
    errors.recordId = '请选择要办理的记录';
  return found(errors);
}
