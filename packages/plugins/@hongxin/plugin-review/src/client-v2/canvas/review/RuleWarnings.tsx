import { requestErrorMessages, requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { useFlowEngine } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { Alert, Typography } from 'antd';
import React from 'react';
import { type AssigneeRule } from '../../../shared/config';
import { translator } from '../../locale';
import { checkRules } from '../../requests/rules';
import { ruleProblems, useRuleTypes } from './rule-types';

const WAIT_MS = 600;

/** Asks where the rules can match nobody; only complete rules are asked about. */
export function useRuleWarnings(collection: string | undefined, assignees: readonly AssigneeRule[]) {
  const { context } = useFlowEngine();
  const t = translator(context);
  const types = useRuleTypes();
  const complete =
    types !== undefined && assignees.length > 0 && assignees.every((rule) => ruleProblems(rule, types, t).length === 0);
  const asked = JSON.stringify({ collection, assignees });
  const { data, error } = useRequest(
    async () =>
      collection && complete
        ? (await checkRules(requestsOf(context.api), { collection, assignees: [...assignees] })).warnings
        : [],
    { refreshDeps: [asked, complete], debounceWait: WAIT_MS, onError: () => undefined }, // told by whoever shows the warnings
  );
  return { warnings: data ?? [], error: error as unknown };
}

/** Where a rule can match nobody. Saving is possible all the same: then the task goes to the administrators. */
export function RuleWarnings({ collection, assignees }: { collection: string; assignees: readonly AssigneeRule[] }) {
  const t = translator(useFlowEngine().context);
  const { warnings, error } = useRuleWarnings(collection, assignees);
  if (error !== undefined)
    return (
      <Typography.Text type="secondary">
        {t('没能检查规则：{{reason}}', { reason: requestErrorMessages(error).join('；') })}
      </Typography.Text>
    );
  if (warnings.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      message={t('有的地方按规则找不到人')}
      description={warnings.map(({ rule, message }) => (
        <div key={`${rule}.${message}`}>{t('第 {{number}} 条：{{message}}', { number: rule + 1, message })}</div>
      ))}
    />
  );
}
