import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '../common/app-error.js';
import { problemOf } from './problem.filter.js';

/** What Node calls a request whose head is larger than it reads. */
const TOO_LARGE = 'HPE_HEADER_OVERFLOW';

/**
 * Answers as problems what Node refuses before there is a request for the application: a head that is too large or no
 * HTTP, and an expectation that can't be met.
 */
export function answerEarlyFaults(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    socket.end(rawAnswer(early(error.code)));
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const text = `This server meets "100-continue" only, not "${request.headers.expect?.slice(0, 100) ?? ''}"`;
    answer(response, new AppError('expectation_failed', text));
  });
}

const TYPE = 'application/problem+json';

/** The connection can't go on: what is left of the request may come all the same. */
function answer(response: ServerResponse, error: AppError): void {
  const { status, body } = problemOf(error);
  const headers = { 'content-type': `${TYPE}; charset=utf-8`, 'cache-control': 'no-store', connection: 'close' };
  response.writeHead(status, headers).end(body);
}

function early(code: string | undefined): AppError {
  if (code === TOO_LARGE) return new AppError('headers_too_large', 'The request line and headers are over 16 KiB');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new AppError('validation_failed', 'The request came too slowly');
  return new AppError('validation_failed', 'The request is not valid HTTP');
}

/** The whole answer as text: Node hands over a bare socket here. */
function rawAnswer(error: AppError): string {
  const { status, title, body } = problemOf(error);
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    `content-type: ${TYPE}; charset=utf-8`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
