import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

/** What is sent bit by bit as it happens would wait in the packer for more. */
const isStream = (response: ServerResponse): boolean => /event-stream/.test(String(response.getHeader('content-type')));

const pack = compression({
  filter: (request, response) => !isStream(response) && compression.filter(request, response),
});

/** Has the answers of the application packed on their way out, as NocoBase's own nginx does where there is one. */
export function packAnswer(request: IncomingMessage, response: ServerResponse): void {
  pack(request as Parameters<typeof pack>[0], response as Parameters<typeof pack>[1], () => undefined);
}
