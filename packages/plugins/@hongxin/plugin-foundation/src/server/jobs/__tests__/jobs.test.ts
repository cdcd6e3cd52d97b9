import { app, cityClock, runJob } from '@test/server/harness';
import type { PluginFoundation } from '../../plugin';

const { jobs } = app().pm.get('@hongxin/plugin-foundation') as PluginFoundation;

afterAll(() => cityClock().right());

it('runs a job with the time that the clock was turned to, one run at a time', async () => {
  const moments: string[] = [];
  let isRunning = false;
  jobs.add({
    name: 'test.noted',
    at: '0 0 0 1 1 *',
    run: async (now) => {
      expect(isRunning).toBe(false);
      isRunning = true;
      await new Promise((resolve) => setTimeout(resolve, 20));
      moments.push(now.toISOString().slice(0, 10));
      isRunning = false;
    },
  });
  cityClock().turnTo(new Date('2030-02-03T04:05:06Z'));
  await Promise.all([runJob('test.noted'), runJob('test.noted')]);
  cityClock().turnBy(24 * 3_600_000);
  await runJob('test.noted');
  expect(moments).toEqual(['2030-02-03', '2030-02-03', '2030-02-04']);
});

it('refuses a second job of one name, and tells of one that is not there', async () => {
  const [first] = jobs.all;
  expect(() => jobs.add({ ...first, at: '0 0 0 1 1 *' })).toThrow(first.name);
  await expect(jobs.run('test.absent')).rejects.toThrow('test.absent');
});

it('makes good after a start the daily jobs whose hour was missed, and no others', async () => {
  const ran: string[] = [];
  for (const [name, at] of [
    ['test.morning', '0 30 8 * * *'],
    ['test.evening', '0 30 20 * * *'],
    ['test.hourly', '0 17 * * * *'],
    ['test.yearly', '0 0 0 1 1 *'],
  ])
    jobs.add({ name, at, run: async () => ran.push(name) });
  cityClock().turnTo(new Date('2030-02-03T08:29:59+08:00'));
  await jobs.catchUp();
  expect(ran).toEqual([]);
  cityClock().turnTo(new Date('2030-02-03T09:10:00+08:00'));
  await jobs.catchUp();
  expect(ran).toEqual(['test.morning']);
});
