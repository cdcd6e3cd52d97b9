import { HxSubmitFormActionModel } from '../models/HxSubmitFormActionModel';
import {
  COLLECTION,
  fakeApi,
  PROCESS,
  recordContext,
  refusal,
  type Answer,
  type FakeApi,
} from '@test/client/foundation-host';

const Model = HxSubmitFormActionModel as unknown as new (options: object) => HxSubmitFormActionModel & {
  onUnmount(): void;
};

/** A create form as the host's: it validates, hands over its values, and is cleared when saving went well. */
function createForm(values: Record<string, unknown>) {
  const listeners = new Set<() => void>();
  let key: unknown;
  const form = { setFields: jest.fn(), scrollToField: jest.fn(), resetFields: jest.fn() };
  const resource = {
    isNewRecord: true,
    getResourceName: () => 'hxErrands',
    getSourceId: () => null,
    getUpdateAssociationValues: () => [],
    getFilterByTk: () => key,
    setFilterByTk(next: unknown) {
      key = next;
      this.isNewRecord = false;
    },
  };
  return {
    collection: COLLECTION,
    form,
    resource,
    values,
    emitter: {
      on: (_event: string, each: () => void) => listeners.add(each),
      off: (_event: string, each: () => void) => listeners.delete(each),
    },
    async submit(_params: object, save: (values: object) => Promise<unknown>) {
      if (this.values.invalid) throw { errorFields: [{ name: ['note'] }] };
      await save(this.values);
      form.resetFields();
      for (const each of [...listeners]) each();
    },
  };
}

function setUp(answerToTransition: () => Answer | Promise<Answer>, values: Record<string, unknown> = { note: '一' }) {
  let created = 0;
  const api = fakeApi({
    'hxProcesses:get': () => ({ data: PROCESS }),
    'hxErrands:create': ({ data }) => ({ data: { id: 100 + ++created, ...(data as object) } }),
    'hxErrands:update': ({ data }) => ({ data: [data] }),
    'hxErrands:transition/': answerToTransition,
  });
  const blockModel = createForm(values);
  const exit = jest.fn(() => {
    throw new Error('exit');
  });
  const context = recordContext({ api, blockModel, exit, runAction: jest.fn() });
  const model = new Model({ context });
  return {
    api,
    blockModel,
    context,
    model,
    press: () => model.dispatchEvent('click').catch((error: Error) => error.message),
  };
}
const transitions = (api: FakeApi, id: number) => api.to(`hxErrands:transition/${id}`);

it('saves the form and performs the transition on the record', async () => {
  const { api, blockModel, press } = setUp(() => ({ data: { id: 101, state: 'submitted' } }));
  await press();
  expect(api.to('hxErrands:create')).toHaveLength(1);
  expect(transitions(api, 101)[0].data).toEqual({ transition: 'submit' });
  expect(blockModel.form.resetFields).toHaveBeenCalledTimes(1);
});

it('keeps a refused record as a draft, says every reason, and changes the same record when pressed again', async () => {
  let round = 0;
  const reasons = [
    { code: 'FIELD_REQUIRED', message: '请填写备注', field: 'note' },
    { code: 'FIELD_REQUIRED', message: '请选择社区', field: 'areaId' },
    { code: 'CLOSED', message: '报到已截止' },
  ];
  const { api, blockModel, context, press } = setUp(() =>
    round++ === 0 ? refusal(400, ...reasons) : { data: { id: 101 } },
  );
  expect(await press()).toBe('exit');
  expect(blockModel.form.resetFields).not.toHaveBeenCalled();
  expect(blockModel.form.setFields).toHaveBeenCalledWith([
    { name: 'note', errors: ['请填写备注'] },
    { name: 'area', errors: ['请选择社区'] },
  ]);
  const [{ title, content }] = (context.modal.warning as jest.Mock).mock.calls[0];
  expect(title).toBe('内容已保存为草稿，但还不能提交');
  expect(JSON.stringify(content)).toContain('报到已截止');
  // The form's own save button would change the draft, too.
  expect(blockModel.resource).toMatchObject({ isNewRecord: false });
  blockModel.values = { note: '二' };
  await press();
  expect(api.to('hxErrands:create')).toHaveLength(1);
  expect(api.to('hxErrands:update')[0]).toMatchObject({ params: { filterByTk: 101 }, data: { note: '二' } });
  expect(transitions(api, 101)).toHaveLength(2);
  expect(blockModel.form.resetFields).toHaveBeenCalledTimes(1);
});

it('starts a new record after the form was cleared or left', async () => {
  let refuse = true;
  const { api, blockModel, model, press } = setUp(() =>
    refuse ? refusal(400, { code: 'X', message: 'x' }) : { data: {} },
  );
  await press();
  refuse = false;
  await press();
  expect(blockModel.resource.isNewRecord).toBe(true);
  refuse = true;
  await press();
  model.onUnmount();
  expect(blockModel.resource.isNewRecord).toBe(true);
  await press();
  expect(api.to('hxErrands:create')).toHaveLength(3);
});

it('does a double press once', async () => {
  const { api, press } = setUp(() => new Promise<Answer>((resolve) => setTimeout(() => resolve({ data: {} }), 10)));
  await Promise.all([press(), press()]);
  expect(api.to('hxErrands:create')).toHaveLength(1);
});

it('goes to the first field that is not valid and sends nothing', async () => {
  const { api, blockModel, press } = setUp(() => ({ data: {} }), { invalid: true });
  expect(await press()).toBe('exit');
  expect(blockModel.form.scrollToField).toHaveBeenCalledWith(['note'], expect.anything());
  expect(api.to('hxErrands:create')).toHaveLength(0);
});

it('bears the name of its transition unless it was given another', async () => {
  const { model } = setUp(() => ({ data: {} }));
  await model.dispatchEvent('beforeRender');
  expect(model.getTitle()).toBe('提交');
});
