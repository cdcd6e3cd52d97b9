import { screen, waitFor } from '@testing-library/react';
import { HxTransitionActionModel } from '../models/HxTransitionActionModel';
import { registerRecordHandler, type RecordHandler } from '../record/record-handlers';
import { fakeApi, PROCESS, recordContext, type Answer } from '@test/client/foundation-host';

const open: Answer = { data: [], meta: { state: 'submitted', stateLabel: '已提交' } };
const Model = HxTransitionActionModel as unknown as new (options: object) => HxTransitionActionModel;

function press(settings: object = {}) {
  const api = fakeApi({ 'hxProcesses:get': () => ({ data: PROCESS }), 'hxErrands:transitions/7': () => open });
  const context = recordContext({ api });
  const model = new Model({ context, stepParams: { transitionSettings: { offer: settings } } });
  return { api, context, closed: model.dispatchEvent('click') };
}
const register = (handler: RecordHandler): void => registerRecordHandler('test', handler);

it('opens what another plugin has for the record instead of the transitions', async () => {
  const opened = jest.fn(async () => undefined);
  register(async (_context, { collection, key }) =>
    collection.name === 'hxErrands' && key === 7 ? opened : undefined,
  );
  const { api, closed } = press();
  await closed;
  expect(opened).toHaveBeenCalledTimes(1);
  expect(api.to('hxErrands:transitions/7')).toHaveLength(0);
});

it('opens the transitions when no plugin has anything, and for a button of one transition', async () => {
  const asked = jest.fn(async () => undefined);
  register(asked);
  press();
  expect(await screen.findByText('当前没有需要您办理的事项')).toBeInTheDocument();
  expect(asked).toHaveBeenCalledTimes(1);
  press({ direct: 'accept' });
  await waitFor(() => expect(screen.getAllByText('当前没有需要您办理的事项')).toHaveLength(2));
  expect(asked).toHaveBeenCalledTimes(1);
});

it('says why it could not be asked, and opens nothing', async () => {
  register(async () => Promise.reject(new Error('Network Error')));
  const { context, api, closed } = press();
  await closed;
  expect(context.message.error).toHaveBeenCalledWith('Network Error');
  expect(api.to('hxErrands:transitions/7')).toHaveLength(0);
});
