/** Requests over kept connections, by Node's own client: the tests send tens of thousands, and `fetch` costs five times as much. */
import http from 'node:http';

const agent = new http.Agent({ keepAlive: true });

export interface Wired {
  status: number;
  type: string;
  headers: Headers;
  body: Buffer;
}

export async function wire(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: string | FormData,
): Promise<Wired> {
  const form = body instanceof FormData ? new Response(body) : null;
  const bytes = form ? Buffer.from(await form.arrayBuffer()) : body;
  const type = form?.headers.get('content-type');
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      method,
      agent,
      headers: type ? { ...headers, 'content-type': type } : headers,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          headers: headersOf(response),
          body: Buffer.concat(parts),
        }),
      );
    });
    request.end(bytes);
  });
}

/** Each header as it was sent, those that are sent more than once too. */
function headersOf({ headersDistinct }: http.IncomingMessage): Headers {
  return new Headers(
    Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );
}
