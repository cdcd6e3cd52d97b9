// The two servers that are compared: the same NocoBase, without the pack and with it, each on its own PostgreSQL.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../lib/embedded-database.mjs';
import { startProduct } from '../lib/product.mjs';
import { stockFolder } from '../lib/stock-folder.mjs';
import { requestJson } from './measure.mjs';

/** Where the plain server runs: beside its storage, which is NocoBase's own. */
const stockOf = (storage) => `${storage}-stock`;

/** @param {string[] | undefined} plugins none for the plain server, undefined for the whole pack */
export async function startServer(name, plugins) {
  const storage = fs.mkdtempSync(path.join(os.tmpdir(), `hongxin-bench-${name}-`));
  fs.chmodSync(storage, 0o755);
  const server = { name, storage };
  const start = async () => {
    const began = performance.now();
    const product = await startProduct({
      storage,
      port: await freePort(),
      demo: 'none',
      plugins,
      durable: true,
      ...(plugins?.length === 0 ? stockFolder(stockOf(storage)) : {}),
    });
    Object.assign(server, product, { startMs: performance.now() - began });
    const { INIT_ROOT_EMAIL: account, INIT_ROOT_PASSWORD: password } = product.environment;
    server.token = await signIn(server, account, password);
  };
  server.restart = async () => {
    await server.stop();
    await start();
  };
  await start();
  return server;
}

export async function signIn(server, account, password) {
  const { data } = await requestJson({
    url: `${server.url}/api/auth:signIn`,
    method: 'POST',
    body: { account, password },
  });
  return data.token;
}

/** Calls the API as the administrator, or with another token. */
export async function call(server, action, body, token = server.token) {
  const method = body === undefined ? 'GET' : 'POST';
  return (await requestJson({ url: `${server.url}/api/${action}`, method, body, token })).data;
}

/** Runs SQL beside the application, to make a million rows in seconds. */
export async function sql(server, text) {
  const { DB_HOST, DB_PORT, DB_DATABASE, DB_USER, DB_PASSWORD } = server.environment;
  const client = new pg.Client({
    host: DB_HOST,
    port: Number(DB_PORT),
    database: DB_DATABASE,
    user: DB_USER,
    password: DB_PASSWORD,
  });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

export async function remove(server) {
  await server.stop();
  for (const folder of [server.storage, stockOf(server.storage)]) fs.rmSync(folder, { recursive: true, force: true });
}
