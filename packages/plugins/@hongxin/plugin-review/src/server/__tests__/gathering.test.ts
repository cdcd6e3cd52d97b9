import type { Application } from '@nocobase/server';
import { Background } from '../background';
import { Gathering } from '../gathering';

it('does what comes while it works together as the next, and a failed batch keeps no later one', async () => {
  const logged: string[] = [];
  const app = { logger: { error: (text: string) => logged.push(text) } } as unknown as Application;
  const background = new Background(() => app);
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const gathering = new Gathering<number>(background, 'adding', async (items) => {
    batches.push([...items]);
    await new Promise<void>((resolve) => gates.push(resolve));
    if (items.includes(2)) throw new Error('no');
  });
  gathering.add([1]);
  gathering.add([2]);
  gathering.add([3]);
  expect(batches).toEqual([[1]]);
  gates[0]();
  while (gates.length < 2) await Promise.resolve();
  gathering.add([4]);
  gates[1]();
  while (gates.length < 3) await Promise.resolve();
  gates[2]();
  await background.idle();
  expect(batches).toEqual([[1], [2, 3], [4]]);
  expect(logged).toEqual(['adding: no']);
  gathering.add([5]);
  expect(batches.at(-1)).toEqual([5]);
  gates[3]();
  await background.idle();
});

it('does later what could not be begun when it came', async () => {
  const background = new Background(() => ({}) as Application);
  const batches: number[][] = [];
  const gathering = new Gathering<number>(background, 'adding', async (items) => {
    batches.push([...items]);
  });
  const start = jest.spyOn(background, 'start').mockImplementation(() => undefined);
  gathering.add([1]);
  start.mockRestore();
  gathering.add([2]);
  await background.idle();
  expect(batches).toEqual([[1, 2]]);
});
