/** One server process on one database; its health is the database's; what tells about the machine is for administrators. */
import { app, reset, root, server, signInAs } from '@test/server/harness';
import { foundation } from '@test/server/foundation/places';
import { OneProcess } from '..';

jest.setTimeout(300_000);

beforeAll(reset);

/** The same code in another process: it knows nothing of the connection that this server holds. */
function second(): () => Promise<void> {
  let start: (() => Promise<void>) | undefined;
  const on = (_event: string, listener: () => Promise<void>) => {
    start = listener;
  };
  const plugin = { app: Object.create(app(), { on: { value: on } }) as ReturnType<typeof app> };
  void new OneProcess(plugin as ConstructorParameters<typeof OneProcess>[0], 0).beforeLoad();
  return async () => start?.();
}

const health = async (): Promise<number> => {
  const port = await server().gatewayPort();
  return (await fetch(`http://127.0.0.1:${port}/api/__health_check`)).status;
};

it('refuses to be the second on a database, and names the first', async () => {
  await expect(second()()).rejects.toThrow(
    new RegExp(`already uses this database \\(hongxin ${process.pid}@.*since \\d{4}-.*只能运行一个进程`),
  );
});

it('lets tests run several, but no production', async () => {
  const { environment } = server();
  const before = process.env.APP_ENV;
  process.env.HX_TEST_SEVERAL_PROCESSES = 'true';
  try {
    process.env.APP_ENV = 'production';
    await expect(second()()).rejects.toThrow(/already uses this database/);
    expect(environment.HX_TEST_SEVERAL_PROCESSES).toBeUndefined();
  } finally {
    process.env.APP_ENV = before;
    delete process.env.HX_TEST_SEVERAL_PROCESSES;
  }
});

it('is well as long as the database answers, and not otherwise', async () => {
  expect(await health()).toBe(200);
  const answers = jest.spyOn(foundation().processes, 'databaseAnswers').mockResolvedValue(false);
  expect(await health()).toBe(503);
  answers.mockRestore();
  expect(await health()).toBe(200);
});

it('takes the database again after the connection was cut', async () => {
  await app().db.sequelize.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'hongxin %@%'",
  );
  const deadline = performance.now() + 60_000;
  while (!(await foundation().processes.databaseAnswers()) && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await health()).toBe(200);
  await expect(second()()).rejects.toThrow(/already uses this database/);
});

it('knows the command of verify-events before anything is loaded', () => {
  expect(app().cli.findCommand('hx:verify-events')).toBeTruthy();
});

it.each(['license:instance-id', 'license:license-key', 'license:license-validate', 'license:is-exists'])(
  'tells about the machine by %s to administrators only',
  async (action) => {
    const member = await signInAs('process-member', ['hx-member']);
    expect((await member.post(action)).status).toBe(403);
    expect((await member.get(action)).status).toBe(403);
    expect((await (await root()).get('license:is-exists')).status).toBe(200);
  },
);

it('builds no texts of languages that somebody has made up', async () => {
  const load = jest.spyOn(app().localeManager, 'loadResourcesByLang');
  for (const language of ['xx-YY', 'zh-CN-x', '../../x', 'fr-FR,de', 'x'.repeat(3000)]) {
    const header = await fetch(`${server().url}/api/app:getLang`, { headers: { 'x-locale': language } });
    const query = await fetch(`${server().url}/api/app:getLang?locale=${encodeURIComponent(language)}`);
    const twice = await fetch(`${server().url}/api/app:getLang?locale=a&locale=b`);
    expect([header.status, query.status, twice.status]).toEqual([200, 200, 200]);
  }
  const asked = new Set(load.mock.calls.map(([language]) => language));
  load.mockRestore();
  for (const language of asked) expect(['zh-CN', 'en-US']).toContain(language);
});
