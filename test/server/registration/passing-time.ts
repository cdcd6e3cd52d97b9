import type PluginFoundation from '@hongxin/plugin-foundation';
import { app, cityClock, settled } from '../harness';

const MINUTE = 60_000;

const jobs = () => (app().pm.get('@hongxin/plugin-foundation') as PluginFoundation).jobs;

/** Whether a field of cron names a number; the pack's jobs use no more than these. */
function names(field: string, value: number): boolean {
  if (field === '*') return true;
  if (field.startsWith('*/')) return value % Number(field.slice(2)) === 0;
  return field.split(',').some((each) => Number(each) === value);
}

/** Lets time pass minute by minute; each job of the pack runs in its minutes, those of every minute only in some. */
export async function letPass(minutes: number, everyMinute: 'each' | 'half hourly'): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) {
    cityClock().turnBy(MINUTE);
    const china = new Date(cityClock().now().getTime() + 8 * 60 * MINUTE);
    for (const { name, at } of jobs().all) {
      const [, minute, hour] = at.split(' ');
      const isOften = minute === '*';
      if (isOften && everyMinute === 'half hourly' && china.getUTCMinutes() % 30 !== 0) continue;
      if (names(minute, china.getUTCMinutes()) && names(hour, china.getUTCHours())) await jobs().run(name);
    }
    if (everyMinute === 'each' ? passed % 15 === 0 : china.getUTCMinutes() === 0) await settled();
  }
  await settled();
}
