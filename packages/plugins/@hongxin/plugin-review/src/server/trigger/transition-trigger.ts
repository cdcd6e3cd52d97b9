import { Trigger, type Processor, type WorkflowModel } from '@nocobase/plugin-workflow';
import type PluginWorkflowServer from '@nocobase/plugin-workflow';
import { foundationOf } from '@hongxin/plugin-foundation';
import type { TransitionContextVariables, TransitionTriggerConfig } from '../../shared/config';
import { workflowOf } from '../workflow-of';
import { loadRecord } from './executions';

/** The trigger as NocoBase's canvas knows it; runs are noted by `TransitionWatch`, in the transaction of the event. */
export class TransitionTrigger extends Trigger {
  /** Nodes after it wait for people. */
  sync = false;

  constructor(workflow: PluginWorkflowServer) {
    super(workflow);
  }

  on(): void {}
  off(): void {}

  /** @returns what is wrong, by field; null when nothing is */
  validateConfig(config: Record<string, unknown>): Record<string, string> | null {
    const { collection, on, states, transitions } = config as Partial<TransitionTriggerConfig>;
    const errors: Record<string, string> = {};
    const { app } = this.workflow;
    if (typeof collection !== 'string' || !app.db.getCollection(collection)) errors.collection = '请选择数据表';
    if (!['state', 'transition', 'create'].includes(String(on))) errors.on = '请选择触发时机';
    const process = errors.collection ? undefined : foundationOf(app).transitions.processOf(String(collection));
    if (errors.collection === undefined && on !== 'create') {
      if (!process) errors.on = '该数据表没有办理流程，只能选择“新增记录后”';
      else if (on === 'state' && !isListOf(states, Object.keys(process.definition.states)))
        errors.states = '请选择流程中的状态';
      else if (on === 'transition' && !isListOf(transitions, Object.keys(process.definition.transitions)))
        errors.transitions = '请选择流程中的操作';
    }
    return Object.keys(errors).length > 0 ? errors : null;
  }

  validateContext(values: { data?: unknown } | undefined): { [key: string]: string } | null {
    return values?.data ? null : { data: '请选择一条记录' };
  }

  /** "Execute manually" on the canvas, and the test run. */
  async execute(
    workflow: WorkflowModel,
    values: { data?: unknown },
    options: object,
  ): Promise<void | Processor | null> {
    const config = workflow.config as TransitionTriggerConfig;
    const collection = this.workflow.app.db.getCollection(config.collection);
    const key = collection?.filterTargetKey as string;
    const chosen = values?.data;
    const id = typeof chosen === 'object' && chosen !== null ? (chosen as Record<string, unknown>)[key] : chosen;
    const data = collection && (await loadRecord(this.workflow.app, workflow, config.collection, String(id)));
    if (!data) return null;
    const process = foundationOf(this.workflow.app).transitions.processOf(config.collection)?.definition;
    const state = process ? String(data[process.stateField]) : null;
    const context: TransitionContextVariables = {
      data,
      collectionName: config.collection,
      transition: null,
      from: state,
      to: state,
      actor: { id: null, nickname: null },
      opinion: null,
      eventId: null,
    };
    return (await workflowOf(this.workflow.app).trigger(workflow, context, options)) as Processor | null;
  }
}

function isListOf(values: unknown, known: readonly string[]): boolean {
  return Array.isArray(values) && values.length > 0 && values.every((each) => known.includes(String(each)));
}
