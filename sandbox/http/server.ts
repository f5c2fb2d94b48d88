import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failureBody } from '../attio/problems.js';
import type { FaultController } from '../faults/controller.js';
import { answerWithFault, breaksBody, delayOf } from '../faults/answers.js';
import { spoil } from '../faults/spoil.js';
import { type Exchange, HttpProblem, type Reply, type Route, type Vendor } from './exchange.js';
import type { RequestLog } from './request-log.js';
import { findRoute } from './router.js';

export interface ServerParts {
  routes: readonly Route[];
  faults: FaultController;
  log: RequestLog;
  now: () => number;
  /** Called before each request is answered: whatever it changes, the answer shows. */
  onRequest?: () => void;
}

const vendorOf = (path: string): Vendor =>
  path.startsWith('/v2/')
    ? 'attio'
    : path.startsWith('/v1/')
      ? 'openai'
      : path.startsWith('/repos/')
        ? 'github'
        : 'chatwoot';

/** One HTTP server for every vendor; the path tells them apart. */
export function createVendorServer(parts: ServerParts): Server {
  return createServer((request, response) => {
    // A client that gives up half way is part of the game, never a reason to stop the server.
    request.on('error', () => response.destroy());
    response.on('error', () => undefined);
    serve(parts, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else write(response, { status: 500, body: { status: 500, error: String(error) } });
    });
  });
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const method = request.method ?? 'GET';
  const found = findRoute(parts.routes, method, url.pathname);
  const control = url.pathname.startsWith('/__sandbox');
  // The control routes read and change everything; they are for this machine, whatever address the server listens on.
  if (control && !isLoopback(request.socket.remoteAddress)) return write(response, unknownPath('chatwoot'));
  if (!control) {
    parts.onRequest?.();
    const route = `${method} ${found?.route.template ?? '(unknown)'}`;
    parts.log.begin({ at: parts.now(), method, url: url.pathname + url.search, route });
    response.on('close', () => parts.log.end());
  }
  const body = await readBody(request);
  const vendor = found?.route.vendor ?? vendorOf(url.pathname);
  const what = found?.route.describe?.(body);
  if (found && what !== undefined) parts.log.note(`${method} ${found.route.template}`, what);
  const faults = control
    ? []
    : parts.faults.take({ method, url: url.pathname + url.search + (what === undefined ? '' : ` ${what}`), vendor });

  const delay = delayOf(faults);
  if (delay > 0) await new Promise((done) => setTimeout(done, delay));
  for (const fault of faults) await fault.until?.();
  for (const fault of faults) if (!fault.after && (await answerWithFault(fault, vendor, response))) return;

  const exchange: Exchange = {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    params: found?.params ?? {},
    body,
  };
  const reply = found ? await settle(found.route, exchange) : unknownPath(vendor);
  for (const fault of faults) if (fault.after && (await answerWithFault(fault, vendor, response))) return;
  for (const fault of faults) if (breaksBody(fault)) spoil(fault, reply, exchange, parts.faults.random);
  write(response, reply);
}

const isLoopback = (address = ''): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);

async function settle(route: Route, exchange: Exchange): Promise<Reply> {
  try {
    return await route.handle(exchange);
  } catch (error) {
    if (error instanceof HttpProblem) return { status: error.status, body: error.body, headers: error.headers };
    throw error;
  }
}

function unknownPath(vendor: Vendor): Reply {
  if (vendor === 'chatwoot') return { status: 404, body: { error: 'Resource could not be found' } };
  if (vendor === 'attio') return { status: 404, body: failureBody(404) };
  if (vendor === 'github') return { status: 404, body: { message: 'Not Found' } };
  const error = { message: 'Invalid URL', type: 'invalid_request_error', param: null, code: null };
  return { status: 404, body: { error } };
}

function write(response: ServerResponse, reply: Reply): void {
  const plain = typeof reply.body === 'string';
  const text = plain ? (reply.body as string) : JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    'content-type': plain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...reply.headers,
  });
  response.end(text);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** @returns the address the server listens on; rejects when the port is taken */
export function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}
