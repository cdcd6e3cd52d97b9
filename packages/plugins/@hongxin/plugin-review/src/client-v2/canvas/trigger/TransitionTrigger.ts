import { useFlowEngine } from '@nocobase/flow-engine';
import {
  getCollectionFieldOptions,
  getCollectionManagerAdapter,
  parseCollectionName,
  Trigger,
  type UseVariableOptions,
  type VariableOption,
} from '@nocobase/plugin-workflow/client-v2';
import { type TransitionTriggerConfig } from '../../../shared/config';
import { tExpr, useT } from '../../locale';
import { variableLeaf } from '../variables';

/** 流转触发: a record reached a state, took a transition, or was created. */
export class TransitionTrigger extends Trigger {
  title = tExpr('流转触发');
  description = tExpr('一条记录到达某个状态、完成某项流程操作，或新建时开始。每次流转只触发一次，提交成功后才触发。');
  sync = false;

  PresetFieldsetLoader = () => import('./TriggerFieldset').then((module) => ({ default: module.TriggerPreset }));
  FieldsetLoader = () => import('./TriggerFieldset').then((module) => ({ default: module.TriggerFieldset }));
  TriggerFieldsetLoader = () => import('./TriggerFieldset').then((module) => ({ default: module.TriggerExecute }));

  createDefaultConfig(): Record<string, unknown> {
    return { on: 'state', states: [], transitions: [], appends: [] };
  }

  validate(config: Record<string, unknown>): boolean {
    const { collection, on, states, transitions } = config as unknown as TransitionTriggerConfig;
    if (!collection) return false;
    return on === 'create' || (on === 'state' ? (states ?? []) : (transitions ?? [])).length > 0;
  }

  useVariables = useTriggerVariables;
}

/** What the nodes may use of the start. */
function useTriggerVariables(config: Record<string, unknown>, options?: UseVariableOptions): VariableOption[] {
  const t = useT();
  const { context } = useFlowEngine();
  const { collection: value, appends = [] } = config as unknown as TransitionTriggerConfig;
  const [source, collection] = parseCollectionName(value);
  const leaf = variableLeaf(options);
  const record = getCollectionFieldOptions({
    appends: ['data', ...appends.map((path) => `data.${path}`)],
    ...options,
    fields: [
      {
        collectionName: collection,
        name: 'data',
        type: 'hasOne',
        target: collection,
        uiSchema: { title: t('触发的记录') },
      },
    ],
    compile: t,
    collectionManager: getCollectionManagerAdapter(
      context.dataSourceManager as unknown as Parameters<typeof getCollectionManagerAdapter>[0],
      source,
    ),
  });
  return [
    ...record,
    leaf('transition', t('流程操作')),
    leaf('from', t('原状态')),
    leaf('to', t('新状态')),
    leaf('opinion', t('办理意见')),
    leaf('actor', t('办理人'), [leaf('id', t('用户编号')), leaf('nickname', t('姓名'))]),
  ];
}
