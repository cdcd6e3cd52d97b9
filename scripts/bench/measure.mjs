// Load on one server: a fixed number of requests over a fixed number of connections, all of them counted.
import http from 'node:http';

const agents = new Map();

function agentFor(connections) {
  if (!agents.has(connections)) agents.set(connections, new http.Agent({ keepAlive: true, maxSockets: connections }));
  return agents.get(connections);
}

/** One request; resolves with the status and the body's text. */
export function request(options) {
  const { url, method = 'GET', token, headers = {}, body, connections = 10 } = options;
  return new Promise((resolve, reject) => {
    const isText = typeof body === 'object' && !Buffer.isBuffer(body);
    const payload = body === undefined ? undefined : isText ? JSON.stringify(body) : body;
    const call = http.request(
      url,
      {
        method,
        agent: agentFor(connections),
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(payload ? { 'content-length': Buffer.byteLength(payload) } : {}),
          ...(isText ? { 'content-type': 'application/json' } : {}),
          'x-timezone': '+08:00',
          ...headers,
        },
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    call.once('error', (error) => {
      // the server closed an idle connection just as it was used again: nothing has been asked yet
      if (error.code === 'ECONNRESET' && call.reusedSocket) resolve(request(options));
      else reject(error);
    });
    call.end(payload);
  });
}

export async function requestJson(options) {
  const { status, text } = await request(options);
  if (status >= 400) throw new Error(`${options.url} answered ${status}: ${text.slice(0, 400)}`);
  return JSON.parse(text);
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/**
 * Sends `count` requests over `connections` connections.
 * @param {(index: number) => object} make the request with this index
 * @returns {Promise<{ perSecond: number, medianMs: number, p95Ms: number }>}
 * @throws when any answer is not 200: a benchmark of refusals measures nothing
 */
export async function measure(count, make, connections = 10) {
  const times = [];
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < count) {
      const options = make(next++);
      const began = performance.now();
      const { status, text } = await request({ ...options, connections });
      times.push(performance.now() - began);
      if (status !== 200)
        throw new Error(`${options.method ?? 'GET'} ${options.url} answered ${status}: ${text.slice(0, 400)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - started) / 1000;
  times.sort((left, right) => left - right);
  return { perSecond: count / seconds, medianMs: quantile(times, 0.5), p95Ms: quantile(times, 0.95) };
}

const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];

/**
 * Measures two things in turn, several rounds, so that what else the machine does falls on both.
 * @param {() => Promise<{ perSecond: number, medianMs: number, p95Ms: number }>} first
 * @param {() => Promise<{ perSecond: number, medianMs: number, p95Ms: number }>} second
 * @returns medians over the rounds
 */
export async function inTurn(rounds, first, second) {
  await first();
  await second(); // once each to warm up
  const results = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    results[0].push(await first());
    results[1].push(await second());
  }
  return results.map((rows) => ({
    perSecond: median(rows.map((row) => row.perSecond)),
    medianMs: median(rows.map((row) => row.medianMs)),
    p95Ms: median(rows.map((row) => row.p95Ms)),
  }));
}
