import { chatwootRoutes } from './chatwoot/routes.js';
import { ChatwootWorld } from './chatwoot/world.js';
import { controlRoutes } from './control-routes.js';
import { FaultController } from './faults/controller.js';
import { RequestLog } from './http/request-log.js';
import { createVendorServer, listen } from './http/server.js';
import { openaiRoutes } from './openai/routes.js';
import { seedAgency } from './seed/agency.js';
import { seedFromFile } from './seed/conversations-file.js';
import { addStaff } from './seed/staff.js';

export { ChatwootWorld } from './chatwoot/world.js';
export type { WorldSnapshot } from './chatwoot/snapshot.js';
export type { FaultController } from './faults/controller.js';
export type { FaultKind, FaultRule } from './faults/rule.js';
export type { RequestLog } from './http/request-log.js';
export { REJECT_MARKER } from './openai/embedding-request.js';

export interface SandboxOptions {
  /** Default 0: any free port. */
  port?: number;
  host?: string;
  /** Conversations to serve instead of the built-in ones: JSON lines, plain or gzipped. */
  conversationsFile?: string;
  /** Epoch ms. */
  now?: () => number;
  seed?: number;
  accountId?: number;
  /** The one accepted Chatwoot token; any non-empty one when absent. */
  token?: string;
  /** Whether the conversations list honours `updated_within`; default true. */
  updatedWithin?: boolean;
  /** Whether messages honour `after` with `before`; default true, else `before` wins. */
  rangeReads?: boolean;
  /** Agents and inboxes only, no conversations. */
  empty?: boolean;
}

export interface Sandbox {
  /** Root address without a slash at its end: Chatwoot's base URL; with /v1 OpenAI's. */
  url: string;
  world: ChatwootWorld;
  faults: FaultController;
  requests: RequestLog;
  /** Cuts every connection, the hanging ones too. */
  close(): Promise<void>;
}

/** @returns Chatwoot and OpenAI embeddings behind one address; rejects on a missing file or a taken port */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', seed = 1, now = Date.now } = options;
  const world = new ChatwootWorld({ accountId: options.accountId ?? 1, now });
  addStaff(world);
  if (options.conversationsFile !== undefined) seedFromFile(world, options.conversationsFile, seed);
  else if (!options.empty) seedAgency(world, seed);

  const faults = new FaultController(seed);
  const requests = new RequestLog();
  const { token, updatedWithin = true, rangeReads = true } = options;
  const routes = [
    ...chatwootRoutes(world, { token, updatedWithin, rangeReads }),
    ...openaiRoutes(),
    ...controlRoutes(world, faults, requests),
  ];
  const server = createVendorServer({ routes, faults, log: requests, now });
  const address = await listen(server, port, host);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${address.port}`, world, faults, requests, close };
}
