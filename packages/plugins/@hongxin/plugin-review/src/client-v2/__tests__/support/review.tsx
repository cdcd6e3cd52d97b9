import { type FlowContext } from '@nocobase/flow-engine';
import { App } from 'antd';
import { render } from '@testing-library/react';
import React from 'react';
import { FlowContextProvider } from '@test/client/host/flow-engine';
import { COLLECTION, fakeApi, recordContext, type Answers, type FakeApi } from '@test/client/foundation-host';
import { type OpenTask, type TaskRow } from '../../../shared/contract';

export { fakeApi, refusal, PROCESS, type Answers } from '@test/client/foundation-host';

export function task(over: Partial<TaskRow> = {}): TaskRow {
  return {
    id: '51',
    title: '跑腿：张三',
    stepTitle: '社区审核',
    state: 'pending',
    collectionName: 'hxErrands',
    collectionTitle: '跑腿',
    recordId: '7',
    recordTitle: '张三',
    number: 'HX-1',
    processKey: 'errand',
    areaCode: '370681001001',
    areaName: '锦里社区',
    holder: { id: 3, nickname: '王书记' },
    onBehalfOf: null,
    applicant: { id: 9, nickname: '张三' },
    reason: { type: 'postHolder', text: '锦里社区书记' },
    fallback: false,
    startedAt: '2026-03-02T01:00:00.000Z',
    dueAt: '2026-03-04T09:00:00.000Z',
    overdue: false,
    decidedAt: null,
    decision: null,
    opinion: null,
    urgedAt: null,
    waitingMinutes: 90,
    canBatch: false,
    ...over,
  };
}

export function openTask(over: Partial<OpenTask> = {}): OpenTask {
  return {
    task: task(),
    collection: { name: 'hxErrands', title: '跑腿' },
    record: [
      { name: 'personName', title: '姓名', interface: 'input', value: '张三', display: '张三', mode: 'read' },
      { name: 'phone', title: '电话', interface: 'input', value: '138****1234', display: '138****1234', mode: 'read' },
    ],
    changes: [],
    history: [],
    current: [],
    next: ['街道复核'],
    allowed: { approve: true, return: true, reject: true, transfer: true, addSigner: true },
    opinion: { requiredOnApprove: false },
    returnTo: 'applicant',
    phrases: [{ text: '情况属实', decision: null }],
    already: null,
    ...over,
  };
}

/** A host with a server that answers this, and a record's collection. */
export function host(answers: Answers, over: Record<string, unknown> = {}): { api: FakeApi; context: FlowContext } {
  const api = fakeApi({
    'hxReviewTasks:counts': () => ({ data: { pending: 1, overdue: 0, copied: 0 } }),
    'hxReviewTasks:filters': () => ({
      data: { processes: [{ value: 'errand', label: '跑腿' }], areas: [{ value: '370681001001', label: '锦里社区' }] },
    }),
    ...answers,
  });
  const dataSourceManager = {
    getCollection: (_key: string, name: string) => (name === 'hxErrands' ? COLLECTION : undefined),
  };
  const context = recordContext({
    api,
    user: { id: 3 },
    dataSourceManager,
    app: { eventBus: new EventTarget() },
    ...over,
  });
  return { api, context };
}

export function show(context: FlowContext, element: React.ReactNode): void {
  render(
    <App>
      <FlowContextProvider context={context}>{element}</FlowContextProvider>
    </App>,
  );
}

/** antd puts a space between two Chinese characters on a button. */
export const named = (name: string): RegExp => new RegExp(`^(loading )?${[...name].join('\\s*')}$`);
