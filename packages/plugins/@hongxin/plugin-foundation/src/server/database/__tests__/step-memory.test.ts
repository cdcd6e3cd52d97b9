import { app, reset } from '@test/server/harness';
import { askEach, memoryOf, withStepMemory } from '../step-memory';

beforeAll(reset);

/** Answers `<key>!` for every key but x, and notes what it was asked. */
function answering() {
  const asked: (readonly string[])[] = [];
  const read = async (keys: readonly string[]) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key !== 'x').map((key) => [key, `${key}!`]));
  };
  return { asked, read };
}

it('reads what a step of many records asks once, what is not there included, and forgets it with the step', async () => {
  const { db } = app();
  const { asked, read } = answering();
  await db.sequelize.transaction(async (transaction) => {
    const ask = (...keys: string[]) => askEach({ db, transaction }, 'what', keys, read);
    await withStepMemory(transaction, 3, async () => {
      expect([...(await ask('a', 'x'))]).toEqual([['a', 'a!']]);
      expect([...(await ask('b', 'a', 'x'))]).toEqual([
        ['b', 'b!'],
        ['a', 'a!'],
      ]);
      await withStepMemory(transaction, 1, () => ask('b'));
      expect((await askEach({ db, transaction }, 'another question', ['a'], read)).get('a')).toBe('a!');
      expect((await ask()).size).toBe(0);
    });
    await ask('a');
    await ask('a');
  });
  expect(asked).toEqual([['a', 'x'], ['b'], ['a'], ['a'], ['a']]);
});

it('remembers for its transaction only', async () => {
  const { db } = app();
  const { asked, read } = answering();
  await db.sequelize.transaction((transaction) =>
    withStepMemory(transaction, 2, async () => {
      await askEach({ db, transaction }, 'what', ['a'], read);
      await askEach({ db }, 'what', ['a'], read);
      await db.sequelize.transaction((other) => askEach({ db, transaction: other }, 'what', ['a'], read));
    }),
  );
  expect(asked).toHaveLength(3);
});

it('puts things in order at its end, and not after a failure', async () => {
  const { db } = app();
  const closed: string[] = [];
  const step = (name: string, work: () => Promise<void>) =>
    db.sequelize.transaction((transaction) =>
      withStepMemory(transaction, 1, async () => {
        memoryOf(transaction)?.closing.push(async () => void closed.push(name));
        await work();
      }),
    );
  await step('good', async () => undefined);
  await expect(step('bad', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(closed).toEqual(['good']);
});
