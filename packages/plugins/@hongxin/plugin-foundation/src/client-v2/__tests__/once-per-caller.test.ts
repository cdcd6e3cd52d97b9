import { OncePerCaller } from '../requests/once-per-caller';

const auth = { token: 'a', role: 'member' };
/** As the host does it: a wrapper for every block, one sign-in behind all of them. */
const wrapped = () => ({ auth, request: async () => ({}) }) as never;

beforeEach(() => Object.assign(auth, { token: 'a', role: 'member' }));

it('asks once, whichever wrapper of the client asks, and knows the answer then', async () => {
  const answers = new OncePerCaller<string>();
  const request = jest.fn(async () => 'answer');
  expect(answers.known(wrapped(), 'one')).toBeUndefined();
  const both = [answers.ask(wrapped(), 'one', request), answers.ask(wrapped(), 'one', request)];
  expect(await Promise.all(both)).toEqual(['answer', 'answer']);
  expect(request).toHaveBeenCalledTimes(1);
  expect(answers.known(wrapped(), 'one')).toBe('answer');
  expect(answers.known(wrapped(), 'two')).toBeUndefined();
});

it.each([{ token: 'b' }, { role: 'communityOfficial' }])('asks again for another caller: %j', async (other) => {
  const answers = new OncePerCaller<string>();
  await answers.ask(wrapped(), 'one', async () => `for ${auth.token}`);
  Object.assign(auth, other);
  expect(answers.known(wrapped(), 'one')).toBeUndefined();
  expect(await answers.ask(wrapped(), 'one', async () => 'for the other')).toBe('for the other');
});

it('asks again after a failure', async () => {
  const answers = new OncePerCaller<string>();
  const failing = async () => Promise.reject(new Error('away'));
  await expect(answers.ask(wrapped(), 'one', failing)).rejects.toThrow('away');
  expect(await answers.ask(wrapped(), 'one', async () => 'back')).toBe('back');
});

it('takes the client itself for the caller where no sign-in is behind it', async () => {
  const answers = new OncePerCaller<string>();
  const [one, other] = [{ request: async () => ({}) }, { request: async () => ({}) }] as never[];
  await answers.ask(one, 'one', async () => 'one');
  expect(answers.known(one, 'one')).toBe('one');
  expect(answers.known(other, 'one')).toBeUndefined();
});
