import { createHmac, generateKeyPairSync, KeyObject } from 'node:crypto';
import { app, Client, root, server } from '@test/server/harness';
import { readSecretOnce } from '../token-secret';

interface Tokens {
  options: { secret: string | Buffer };
  secret(): unknown;
  getSecret(): unknown;
  sign(payload: object, options?: object): string;
  decode(token: string): Promise<Record<string, unknown>>;
}
const tokens = () => app().authManager.jwt as unknown as Tokens;
/** NocoBase's own service with the same secret, or with another one. */
const asShipped = (secret: unknown): Tokens =>
  new (tokens().constructor as new (options: object) => Tokens)({ secret });

it('signs and reads what NocoBase signs and reads with the secret as a text', async () => {
  expect(tokens().secret()).toBeInstanceOf(KeyObject);
  const signed = tokens().sign({ userId: 7 });
  expect(await asShipped(tokens().options.secret).decode(signed)).toMatchObject({ userId: 7 });
  expect(await tokens().decode(asShipped(tokens().options.secret).sign({ userId: 8 }))).toMatchObject({ userId: 8 });
});

it('refuses what another secret has signed, what nobody has, and what has been changed', async () => {
  const payload = Buffer.from(JSON.stringify({ userId: 1 })).toString('base64url');
  const unsigned = `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')}.${payload}.`;
  const [head, , signature] = tokens().sign({ userId: 2 }).split('.');
  for (const token of [asShipped('another').sign({ userId: 1 }), unsigned, `${head}.${payload}.${signature}`]) {
    await expect(tokens().decode(token)).rejects.toMatchObject({ name: 'JsonWebTokenError' });
    expect((await new Client(token).get('auth:check')).status).toBe(401);
  }
  expect((await (await root()).get<{ id: number }>('auth:check')).body.data.id).toBe(1);
});

it('tells those who derive a secret of their own the text, as NocoBase does', () => {
  expect(tokens().getSecret()).toBe(server().environment.APP_KEY);
  const derived = createHmac('sha256', tokens().getSecret() as string).update('x');
  const before = createHmac('sha256', asShipped(tokens().options.secret).getSecret() as string).update('x');
  expect(derived.digest('hex')).toBe(before.digest('hex'));
});

it('leaves a pair of keys, and no secret, to NocoBase', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  for (const secret of [privateKey.export({ type: 'pkcs8', format: 'pem' }), '', undefined]) {
    const shipped = asShipped(secret);
    readSecretOnce({ jwt: shipped as never });
    expect(shipped.secret()).toBe(secret);
  }
});
