import { type Application } from '@nocobase/client-v2';
import { type APIClientLike } from '@nocobase/flow-engine';
import { languageOf } from '../tools/texts';
import { requestsOf } from '../tools/tools-of';
import PluginFoundationClient from '../plugin';
import { requestErrorMessages, requestFailure } from '../requests/errors';
import { loadProcess } from '../requests/processes';
import { fakeApi, PROCESS, refusal } from '@test/client/foundation-host';

// The host brings the router; it is on no path of this workspace.
jest.mock('react-router-dom', () => ({ useLocation: () => ({ pathname: '/' }) }), { virtual: true });

const AT_ONCE = [
  'ExportActionModel',
  'ImportActionModel',
  'HxPersonalFieldModel',
  'HxStateFieldModel',
  'HxTransitionFormModel',
];
const WHEN_DRAWN = [
  'HxTransitionActionModel',
  'HxSubmitFormActionModel',
  'HxProcessStepsBlockModel',
  'HxHistoryBlockModel',
  'HxMyDataBlockModel',
  'HxTraceBlockModel',
];

it.each(['modern', 'legacy'])('registers its models under the names pages use (%s runtime)', async (runtime) => {
  const modern = { addMenuItem: jest.fn(), addPageTabItem: jest.fn(), setPluginSettingsLink: jest.fn() };
  const pluginSettingsManager = runtime === 'modern' ? modern : { add: jest.fn() };
  const registerModels = jest.fn();
  const registerModelLoaders = jest.fn();
  const flowEngine = { registerModels, registerModelLoaders, context: { t: (text: string) => text } };
  const i18n = { language: 'zh-CN', services: {}, getResource: () => undefined, addResource: jest.fn() };
  const app = { flowEngine, i18n, pluginSettingsManager, addProvider: jest.fn(), router: { add: jest.fn() } };
  await new PluginFoundationClient({}, app as unknown as Application).load();
  expect(Object.keys(registerModels.mock.calls[0][0])).toEqual(AT_ONCE);
  expect(Object.keys(registerModelLoaders.mock.calls[0][0])).toEqual(WHEN_DRAWN);
});

it('reads every reason of a failed request, and its own message when the server named none', () => {
  const data = {
    errors: [
      { code: 'A', message: '一' },
      { code: 'B', message: '二', field: 'note' },
    ],
  };
  expect(requestFailure({ response: { status: 400, data } })).toEqual({ status: 400, reasons: data.errors });
  expect(requestErrorMessages(new Error('Network Error'))).toEqual(['Network Error']);
  expect(requestErrorMessages({ message: 'wrapped', cause: { response: { status: 400, data } } })).toEqual([
    '一',
    '二',
  ]);
});

it('keeps a process, knows that a collection has none, and asks again after a failure', async () => {
  const answers = [{ status: 500, errors: [] }, { data: PROCESS }];
  const api = fakeApi({
    'hxProcesses:get': ({ params }) =>
      params?.filterByTk === 'users' ? refusal(404) : (answers.shift() ?? refusal(500)),
  });
  const client = requestsOf(api as unknown as APIClientLike);
  await expect(loadProcess(client, 'hxErrands')).rejects.toThrow();
  await expect(loadProcess(client, 'hxErrands')).resolves.toEqual(PROCESS);
  await expect(loadProcess(client, 'hxErrands')).resolves.toEqual(PROCESS);
  await expect(loadProcess(client, 'users')).resolves.toBeNull();
  expect(api.request).toHaveBeenCalledTimes(3);
});

it('speaks English to those who read English and Chinese to everybody else', () => {
  expect(['en-US', 'EN', 'zh-CN', 'ja-JP', undefined].map((language) => languageOf({ i18n: { language } }))).toEqual([
    'en',
    'en',
    'zh',
    'zh',
    'zh',
  ]);
});
