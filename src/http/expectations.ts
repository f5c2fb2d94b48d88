import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { bodyLimitOf } from './body-limits.js';

/** Requests whose body will not be sent: their clients wait to be asked for it. */
const waiting = new WeakSet<IncomingMessage>();

/** Asks clients for the bodies that they announce (`Expect: 100-continue`), unless those are too large to be read. */
export function askForBodies(server: Server): void {
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (isTooLarge(request)) {
      waiting.add(request);
      // What follows on the connection could be the body all the same.
      response.setHeader('connection', 'close');
    } else response.writeContinue();
    server.emit('request', request, response);
  });
}

/** Whether the body is not sent, since it would be too large. */
export const isHeldBack = (request: IncomingMessage): boolean => waiting.has(request);

const isTooLarge = ({ url, headers }: IncomingMessage) =>
  Number(headers['content-length'] ?? 0) > bodyLimitOf(url ?? '').bytes;
