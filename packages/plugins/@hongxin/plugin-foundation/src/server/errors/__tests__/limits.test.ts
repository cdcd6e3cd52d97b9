import { app, server } from '@test/server/harness';
import { ReasonCatalogue } from '../catalogue';
import { refusalFromDatabase } from '../database-errors';
import { isRawError } from '../raw-errors';
import { isAddressDeeperThan, isDeeperThan } from '../request-limits';

jest.setTimeout(120_000);

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('depth', () => {
  it.each([
    [10_000, 'auth:signIn'],
    [10_000, 'users:create'],
    [10_000, 'hxJoin:apply'],
    [100_000, 'auth:signIn'],
    [100_000, 'flowModels:save'],
    [61, 'app:getLang'],
  ])('of %d is refused before anything walks it, signed out: %s', async (depth, path) => {
    const response = await fetch(`${server().url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-locale': 'zh-CN' },
      body: nested(depth),
    });
    const { errors } = (await response.json()) as { errors: { code: string; message: string }[] };
    expect([response.status, errors[0].code]).toEqual([400, 'BODY_TOO_DEEP']);
    expect(errors[0].message).toContain('嵌套过深');
  });

  it.each([`filter=${nested(500)}`, `filter=${encodeURIComponent(nested(500))}`, `filter=${'['.repeat(5000)}`])(
    'of an address is refused too',
    async (query) => {
      const response = await fetch(`${server().url}/api/users:list?${query}`);
      expect(response.status).toBe(400);
    },
  );

  it('of what screens send is let through', () => {
    expect(isDeeperThan(JSON.parse(nested(60)), 60)).toBe(false);
    expect(isDeeperThan(JSON.parse(nested(61)), 60)).toBe(true);
    expect(isAddressDeeperThan('a[]=1&b[]=2&filter={"a":[1]}&'.repeat(100), 60)).toBe(false);
  });
});

it('refuses a filter that is no JSON, and a sentence instead of an empty answer', async () => {
  const response = await fetch(`${server().url}/api/hxAreas:list?filter={bad`);
  const { errors } = (await response.json()) as { errors: { code: string }[] };
  expect([response.status, errors[0].code]).toEqual([400, 'PARAMETER_INVALID']);
});

describe('texts of the database', () => {
  const catalogue = new ReasonCatalogue();
  const read = (error: unknown) => {
    const refusal = refusalFromDatabase(error, catalogue, app().db);
    return refusal && [refusal.status, refusal.reasons[0].code];
  };
  it.each<[string, unknown, unknown]>([
    ['a wrong type', { original: { code: '42883' } }, [400, 'INPUT_INVALID']],
    ['a full disk', { original: { code: '53100' } }, [503, 'STORAGE_FULL']],
    ['a full disk for files', Object.assign(new Error('x'), { code: 'ENOSPC' }), [503, 'STORAGE_FULL']],
    ['too many connections', { parent: { code: '53300' } }, [503, 'DATABASE_UNAVAILABLE']],
    ['a database that ends', { parent: { code: '57P01' } }, [503, 'DATABASE_UNAVAILABLE']],
    [
      'a connection that broke under it',
      { message: 'Client has encountered a connection error and is not queryable' },
      [503, 'DATABASE_UNAVAILABLE'],
    ],
    ['a database that is gone', { name: 'SequelizeConnectionRefusedError' }, [503, 'DATABASE_UNAVAILABLE']],
    ['another service that is gone', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), undefined],
  ])('%s', (_, error, expected) => expect(read(error)).toEqual(expected));

  it('and of the language are not shown; those that plugins write are', () => {
    expect(isRawError(new TypeError('x is not a function'))).toBe(true);
    expect(isRawError(Object.assign(new Error('relation "x"'), { original: {} }))).toBe(true);
    expect(isRawError(new Error('The field name is taken'))).toBe(false);
    expect(isRawError(Object.assign(new TypeError('x'), { status: 404 }))).toBe(false);
    expect(app().name).toBeTruthy();
  });
});
