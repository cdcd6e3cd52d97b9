/** What server tests use: the running application, signed-in HTTP clients, a clean state between files. */
import type { Application } from '@nocobase/server';
import { wire } from './wire';

interface RunningServer {
  app: Application;
  url: string;
  /** Where NocoBase's gateway listens, with the same application behind it. */
  gatewayPort(): Promise<number>;
  /** The server's own environment; a test's `process.env` is a copy. */
  environment: NodeJS.ProcessEnv;
  /** Ids of what the installation wrote, by collections whose rows tests add to. */
  shipped: Readonly<Record<string, readonly number[]>>;
  /** Switches one guard of the pack off, or all on again (null). */
  switchOff(guard: string | null): void;
}

export interface Answer<T = unknown> {
  status: number;
  /** The parsed body: `{ data, meta }` or `{ errors }`. */
  body: {
    data: T;
    meta?: Record<string, unknown>;
    errors?: { code?: string; message: string; [key: string]: unknown }[];
  };
  headers: Headers;
}

export interface CallOptions {
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
}

declare global {
  var hongxinServer: RunningServer;
}

export const server = (): RunningServer => globalThis.hongxinServer;
export const app = (): Application => server().app;

/** NocoBase reads nested parameters as JSON text. */
function encode(query: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
      value.forEach((each) => parameters.append(`${key}[]`, each));
    else parameters.append(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return parameters.toString();
}

/** A signed-in (or, without token, signed-out) caller of the HTTP API. */
export class Client {
  constructor(
    readonly token: string | null,
    readonly role: string | null = null,
    readonly userId: number | null = null,
  ) {}

  /** @param path e.g. `hxAreas:list` or `hxMemberRegistrations:transition/12` */
  async call<T = unknown>(
    method: 'GET' | 'POST',
    path: string,
    { query = {}, body, headers = {} }: CallOptions = {},
  ): Promise<Answer<T>> {
    const search = encode(query);
    const isForm = body instanceof FormData;
    const answer = await wire(
      `${server().url}/api/${path}${search ? `?${search}` : ''}`,
      method,
      {
        'x-locale': 'en-US',
        'x-timezone': '+08:00',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(this.role ? { 'x-role': this.role } : {}),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body === undefined || isForm ? body : JSON.stringify(body),
    );
    const text = answer.body.toString('utf8');
    return {
      status: answer.status,
      body: answer.type.includes('json') && text ? JSON.parse(text) : { data: text },
      headers: answer.headers,
    };
  }

  get<T = unknown>(path: string, query?: Record<string, unknown>): Promise<Answer<T>> {
    return this.call<T>('GET', path, { query });
  }

  post<T = unknown>(path: string, body: unknown = {}, options: CallOptions = {}): Promise<Answer<T>> {
    return this.call<T>('POST', path, { ...options, body });
  }
}

export const signedOut = (): Client => new Client(null);

/** The first account of every installation. */
const ROOT = 1;

/** @returns the administrator of the installation (role root) */
export async function root(): Promise<Client> {
  return new Client(await newSession(ROOT), null, ROOT);
}

/**
 * Creates a user with the given roles and signs them in.
 * @param roles the first one is used for the requests unless the client is made with another
 */
export async function signInAs(username: string, roles: readonly string[]): Promise<Client> {
  const repository = app().db.getRepository('users');
  const password = 'Password-1';
  const existing = await repository.findOne({ filter: { username } });
  const user =
    existing ??
    (await repository.create({
      values: {
        username,
        nickname: username,
        email: `${username}@example.test`,
        password,
        roles: roles.map((name) => ({ name })),
      },
    }));
  const id = Number(user.get('id'));
  return new Client(await newSession(id), roles[0], id);
}

/** A session as the sign-in page begins it, without the password: checking one takes a tenth of a second, on purpose. */
async function newSession(userId: number): Promise<string> {
  const { tokenController, jwt } = app().authManager;
  const { jti, issuedTime, signInTime } = await tokenController.add({ userId, authenticator: 'basic' });
  const { tokenExpirationTime } = await tokenController.getConfig();
  const payload = { userId, temp: true, iat: Math.floor(issuedTime / 1000), signInTime };
  return jwt.sign(payload, { jwtid: jti, expiresIn: Math.floor(tokenExpirationTime / 1000) });
}

/** Tables of the pack that hold what `install()` wrote; they survive a reset. */
const KEPT = new Set([
  'hxSeeds',
  'hxCalendarDays',
  'hxPostTypes',
  'hxDictionaryItems',
  'hxSettings',
  'hxReviewPhrases',
]);

interface WorkflowQueue {
  dispatcher: { executing: unknown; saving: unknown; events: unknown[] };
}
interface ReviewBackground {
  background?: { idle(): Promise<void> };
}

/** Waits until what reviews and workflows do after an answer is done: it would go on while the tables are emptied. */
export async function settled(): Promise<void> {
  const { dispatcher } = app().pm.get('workflow') as unknown as WorkflowQueue;
  const review = app().pm.get('@hongxin/plugin-review') as unknown as ReviewBackground | undefined;
  for (let quiet = 0; quiet < 3;) {
    await review?.background?.idle();
    const busy = dispatcher.executing || dispatcher.saving || dispatcher.events.length > 0;
    quiet = busy ? 0 : quiet + 1;
    await new Promise((resolve) => setTimeout(resolve, busy ? 10 : 25));
  }
}

/** Empties the pack's tables and the runs of workflows, and removes the users of earlier tests. Call it in `beforeAll`. */
export async function reset(): Promise<void> {
  const { db } = app();
  await settled();
  const emptied = new Set(['executions', 'jobs']);
  const names = [...db.collections.keys()].filter(
    (name) => emptied.has(name) || (name.startsWith('hx') && !KEPT.has(name)),
  );
  await empty(names);
  // one by one, as an administrator would, takes a second; the ids are never given again
  await db.sequelize.query('DELETE FROM "rolesUsers" WHERE "userId" <> 1; DELETE FROM "users" WHERE id <> 1');
  await removeAdded();
  // taking a user's roles away leaves a trace
  await empty(names.filter((name) => name.startsWith('hxEvent')));
}

/** Removes what earlier tests added to the dictionaries, as an administrator would: what is offered elsewhere follows. */
async function removeAdded(): Promise<void> {
  for (const [name, shipped] of Object.entries(server().shipped)) {
    await app()
      .db.getRepository(name)
      .destroy({ filter: { id: { $notIn: [...shipped] } } });
  }
}

async function empty(names: readonly string[]): Promise<void> {
  const { db } = app();
  const tables = names.map((name) => `"${db.getCollection(name).model.tableName}"`);
  if (tables.length === 0) return;
  await db.sequelize.transaction(async (transaction) => {
    // hxEvents refuses even this; a test's database is the one place where its triggers are put to sleep
    await db.sequelize.query('SET LOCAL session_replication_role = replica', { transaction });
    // the job that links events works in the background; tables are not emptied under it
    await db.sequelize.query(`SELECT pg_advisory_xact_lock(hashtext('hongxin/seal'))`, { transaction });
    // most are empty, and emptying one costs more than finding that out
    const asked = tables.map((table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM ${table})`);
    const [full] = await db.sequelize.query(asked.join(' UNION ALL '), { transaction });
    const held = (full as { name: string }[]).map(({ name }) => name);
    if (held.length === 0) return;
    await db.sequelize.query(`TRUNCATE ${held.join(', ')} RESTART IDENTITY CASCADE`, { transaction });
  });
}

interface Turnable {
  clock: { now(): Date; turnTo(moment: Date): void; turnBy(milliseconds: number): void; right(): void };
  jobs: { all: readonly { name: string }[]; run(name: string): Promise<unknown> };
}
const foundation = (): Turnable => app().pm.get('@hongxin/plugin-foundation') as unknown as Turnable;

/** The pack's clock, to let time pass; put it right again in `afterAll`. The host's own (sessions, crons) and the database's stand. */
export const cityClock = (): Turnable['clock'] => foundation().clock;

/** Runs one of the pack's jobs as its hour does, and waits for what it does. */
export async function runJob(name: string): Promise<void> {
  await foundation().jobs.run(name);
  await settled();
}
