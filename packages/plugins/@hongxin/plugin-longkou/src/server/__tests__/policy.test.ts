import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { app, reset } from '@test/server/harness';
import { refuseDemoAccountsInProduction } from '../guard-production';
import { demoPassword, demoPasswordFile } from '../password';
import { decideDemo } from '../policy';
import { cityToday } from '../today';

jest.setTimeout(60_000);

it('loads unless told not to, and in production only when told in words', () => {
  expect(decideDemo({})).toEqual({ load: true });
  expect(decideDemo({ APP_ENV: 'development', HX_DEMO: 'longkou' })).toEqual({ load: true });
  expect(decideDemo({ HX_DEMO: 'none' })).toEqual({ load: false, because: 'none' });
  expect(decideDemo({ APP_ENV: 'production' })).toEqual({ load: false, because: 'production' });
  expect(decideDemo({ APP_ENV: 'production', HX_DEMO: 'longkou' })).toEqual({ load: true });
  expect(() => decideDemo({ HX_DEMO: 'yes' })).toThrow(/must be "longkou" or "none"/);
});

it('keeps a generated password for its owner only and finds it again', async () => {
  const STORAGE_PATH = await mkdtemp(path.join(os.tmpdir(), 'hongxin-longkou-'));
  const password = await demoPassword({ STORAGE_PATH });
  expect(password).toMatch(/^Hx-[a-z2-9]{4}-[a-z2-9]{4}-\d{3}$/);
  expect(await demoPassword({ STORAGE_PATH })).toBe(password);
  expect((await stat(demoPasswordFile({ STORAGE_PATH }))).mode & 0o777).toBe(0o600);
  expect(await demoPassword({ STORAGE_PATH, HX_DEMO_PASSWORD: 'given' })).toBe('given');
  await rm(STORAGE_PATH, { recursive: true });
});

it('takes the day of China, not of the server', () => {
  expect(cityToday(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24');
});

it('refuses to start production while demo accounts exist', async () => {
  await reset();
  const production = { APP_ENV: 'production' };
  await expect(refuseDemoAccountsInProduction(app().db, production)).resolves.toBeUndefined();
  await app()
    .db.getRepository('users')
    .create({ values: { username: 'demo-expert3', password: 'Demo-password-1' } });
  await expect(refuseDemoAccountsInProduction(app().db, production)).rejects.toThrow(
    /demo accounts exist \(demo-expert3\)/,
  );
  await expect(refuseDemoAccountsInProduction(app().db, {})).resolves.toBeUndefined();
  await expect(
    refuseDemoAccountsInProduction(app().db, { ...production, HX_DEMO: 'longkou' }),
  ).resolves.toBeUndefined();
  await reset();
});
