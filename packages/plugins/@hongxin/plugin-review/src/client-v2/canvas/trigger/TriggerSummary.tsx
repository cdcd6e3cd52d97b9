import { useFlowEngine } from '@nocobase/flow-engine';
import { type WorkflowNotice, type WorkflowNoticeProviderContext } from '@nocobase/plugin-workflow/client-v2';
import React from 'react';
import { type TransitionTriggerConfig } from '../../../shared/config';
import { TRIGGER_TYPE } from '../../../shared/constants';
import { useT } from '../../locale';
import { useProcess } from '../use-process';

/** The trigger in one sentence, e.g. “党员报到”到达：已提交. */
export function TriggerSummary({ config }: { config: TransitionTriggerConfig }) {
  const t = useT();
  const { dataSourceManager } = useFlowEngine().context;
  const { states, transitions } = useProcess(config.collection);
  const found = dataSourceManager.getCollection('main', config.collection);
  const collection = found ? t(found.title) : config.collection;
  const labels = (keys: string[] | undefined, choices: typeof states) =>
    (keys ?? []).map((key) => choices.find(({ value }) => value === key)?.label ?? key).join('、');
  if (config.on === 'create') return <>{t('“{{collection}}”新建记录时', { collection })}</>;
  return config.on === 'transition' ? (
    <>{t('“{{collection}}”完成：{{what}}', { collection, what: labels(config.transitions, transitions) })}</>
  ) : (
    <>{t('“{{collection}}”到达：{{what}}', { collection, what: labels(config.states, states) })}</>
  );
}

/** Shows the sentence on the trigger's card. */
export function triggerNotice({ surface, workflow }: WorkflowNoticeProviderContext): WorkflowNotice | null {
  const config = workflow?.config as TransitionTriggerConfig | undefined;
  if (surface !== 'trigger-node-card' || workflow?.type !== TRIGGER_TYPE || !config?.collection) return null;
  return { key: TRIGGER_TYPE, type: 'info', message: <TriggerSummary config={config} /> };
}
