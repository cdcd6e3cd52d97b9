import { type APIRequestConfig, type Collection, type CollectionField, type FlowContext } from '@nocobase/flow-engine';
import { act, render } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { createContext } from '@test/client/host/flow-engine';
import { type PublicProcess } from '../../packages/plugins/@hongxin/plugin-foundation/src/client-v2/requests/processes';

/** What a server answers to one request; a number is the status of a refusal with these errors. */
export type Answer = { data: unknown; meta?: unknown } | { status: number; errors: unknown[] };
export type Answers = Record<string, (config: APIRequestConfig) => Answer | Promise<Answer>>;

export function refusal(status: number, ...errors: { code: string; message: string; field?: string }[]): Answer {
  return { status, errors };
}

export interface FakeApi {
  request: jest.Mock<Promise<{ data: unknown }>, [APIRequestConfig]>;
  to(url: string): APIRequestConfig[];
}

/** Answers by the beginning of the address; an unknown address fails the test. */
export function fakeApi(answers: Answers): FakeApi {
  const request = jest.fn(async (config: APIRequestConfig) => {
    const [, answer] = Object.entries(answers).find(([url]) => config.url.startsWith(url)) ?? [];
    if (!answer) throw new Error(`nobody answers ${config.url}`);
    const given = await answer(config);
    if ('status' in given) {
      const response = { status: given.status, data: { errors: given.errors } };
      throw Object.assign(new Error(`status ${given.status}`), { response });
    }
    return { data: given };
  });
  return { request, to: (url) => request.mock.calls.map(([config]) => config).filter((config) => config.url === url) };
}

export const PROCESS: PublicProcess = {
  key: 'errand',
  title: { zh: '跑腿', en: 'Errand' },
  collection: 'hxErrands',
  stateField: 'state',
  initial: 'draft',
  mainPath: ['draft', 'submitted', 'accepted'],
  states: [
    { name: 'draft', label: { zh: '草稿', en: 'Draft' }, color: 'default', final: false, side: false },
    { name: 'submitted', label: { zh: '已提交', en: 'Submitted' }, color: 'blue', final: false, side: false },
    { name: 'accepted', label: { zh: '已接收', en: 'Accepted' }, color: 'green', final: true, side: false },
    { name: 'returned', label: { zh: '已退回', en: 'Returned' }, color: 'orange', final: false, side: true },
  ],
  transitions: [
    {
      name: 'submit',
      label: { zh: '提交', en: 'Submit' },
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['owner'],
      appearance: 'primary',
    },
    {
      name: 'accept',
      label: { zh: '接收', en: 'Accept' },
      from: ['submitted'],
      to: 'accepted',
      by: [{ role: 'hx-official', level: ['community'], label: { zh: '干部', en: 'official' } }, 'system'],
      fields: ['areaId', 'note'],
      appearance: 'primary',
    },
    {
      name: 'return',
      label: { zh: '退回', en: 'Return' },
      from: ['submitted'],
      to: 'returned',
      by: [{ relation: 'helper', label: { zh: '单位联络员', en: 'Unit liaison' } }],
      appearance: 'default',
    },
  ],
};

const FIELDS = [
  { name: 'note', type: 'string', interface: 'input', title: '备注' },
  { name: 'phone', type: 'string', interface: 'input', title: '电话' },
  { name: 'state', type: 'string', interface: 'select', title: '状态', collectionName: 'hxErrands' },
  { name: 'areaId', type: 'bigInt', interface: 'integer', title: '社区编号' },
  {
    name: 'area',
    type: 'belongsTo',
    interface: 'm2o',
    title: '社区',
    foreignKey: 'areaId',
    targetKey: 'id',
    target: 'hxAreas',
  },
] as const satisfies readonly Partial<CollectionField>[];

export const COLLECTION: Collection = {
  name: 'hxErrands',
  title: '跑腿',
  dataSourceKey: 'main',
  filterTargetKey: 'id',
  getFields: () => [...FIELDS],
  getField: (name) => FIELDS.find((field) => field.name === name),
  getFilterByTK: (record) => (record as { id?: number }).id,
};

interface ContextOptions {
  api: FakeApi;
  record?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The context of an action or field on a record, with a viewer that shows what is opened on the screen. */
export function recordContext({ api, record = { id: 7, state: 'submitted' }, ...over }: ContextOptions): FlowContext {
  const opened = async ({ content, title }: { content: (view: { close(): void }) => ReactNode; title: ReactNode }) =>
    new Promise<void>((resolve) => {
      const screen = render(<></>);
      const close = (): void => {
        act(() => screen.unmount());
        resolve();
      };
      act(() =>
        screen.rerender(
          <div role="dialog">{[<h1 key="title">{title}</h1>, <div key="content">{content({ close })}</div>]}</div>,
        ),
      );
    });
  const context = createContext({
    t: (text: string, values: Record<string, unknown> = {}) =>
      text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name])),
    api,
    record,
    collection: COLLECTION,
    blockModel: { collection: COLLECTION },
    resource: { refresh: jest.fn(async () => undefined) },
    message: { success: jest.fn(), error: jest.fn(), warning: jest.fn(), info: jest.fn() },
    modal: { warning: jest.fn() },
    viewer: { dialog: jest.fn(opened), drawer: jest.fn(opened) },
    ...over,
  });
  const createModel = ({ use }: { use: string }) => {
    const { MODELS_AT_ONCE } = jest.requireActual<{
      MODELS_AT_ONCE: Record<string, new (options: object) => { onInit(options: object): void }>;
    }>('../../packages/plugins/@hongxin/plugin-foundation/src/client-v2/models');
    const model = new MODELS_AT_ONCE[use]({ context: Object.create(context) });
    model.onInit({});
    return model;
  };
  context.engine = { context, createModel, markDataSourceDirty: jest.fn() };
  return context;
}
