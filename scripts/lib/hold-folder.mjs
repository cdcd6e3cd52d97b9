// One start at a time in one storage folder: while the first is still making its database nothing else would stop a second
// one, which would be refused later and take the database down with it. A socket is held, not a file: it ends with its
// process, however that ends.
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Failure } from './failure.mjs';

/** Addresses of sockets are short: the folder's own path may be too long. */
function socketOf(storage) {
  const name = crypto.createHash('sha256').update(fs.realpathSync(storage)).digest('hex').slice(0, 16);
  return path.join(os.tmpdir(), `hongxin-${name}.sock`);
}

function listen(socket) {
  return new Promise((resolve, reject) => {
    const server = net.createServer((caller) => caller.end(String(process.pid)));
    server.once('error', reject);
    server.listen({ path: socket, readableAll: true, writableAll: true }, () => resolve(server.unref()));
  });
}

/** The process that answers at the socket; null: it is what a killed process has left. */
function holderOf(socket) {
  return new Promise((resolve, reject) => {
    let answer = '';
    const caller = net.connect(socket);
    caller.on('data', (chunk) => (answer += chunk));
    caller.once('end', () => resolve(answer));
    caller.once('error', (error) => (/^(ECONNREFUSED|ENOENT)$/.test(error.code) ? resolve(null) : reject(error)));
  });
}

/**
 * @param {string} storage folder of an installation, which exists
 * @returns {Promise<() => Promise<void>>} what lets go of it
 * @throws {Failure} that names the process which has it
 */
export async function holdFolder(storage) {
  const socket = socketOf(storage);
  for (;;) {
    try {
      const server = await listen(socket);
      return () => new Promise((resolve) => server.close(() => resolve()));
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
    const holder = await holderOf(socket);
    if (holder !== null)
      throw new Failure(
        `The installation in ${storage} runs or is being started already (process ${holder}). Only one may: stop it first. / 该安装已在运行或正在启动，请先停止它。`,
      );
    fs.rmSync(socket, { force: true });
  }
}
