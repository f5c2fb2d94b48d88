import { type Agency, agencyControlRoutes, foundAgency } from './agency/index.js';
import { addMembers, attioControlRoutes, attioRoutes, AttioWorld, seedSales } from './attio/index.js';
import { chatwootRoutes } from './chatwoot/routes.js';
import { ChatwootWorld } from './chatwoot/world.js';
import { controlRoutes } from './control-routes.js';
import { FaultController } from './faults/controller.js';
import { RequestLog } from './http/request-log.js';
import { createVendorServer, listen } from './http/server.js';
import { githubRoutes } from './github/routes.js';
import { GithubWorld } from './github/world.js';
import { linearControlRoutes } from './linear/control.js';
import { linearRoutes } from './linear/routes.js';
import { seedLinear } from './linear/seed/seed.js';
import { type LinearQuirks, LinearWorld } from './linear/world.js';
import { type ChatModel, obedient } from './openai/chat-model.js';
import { openaiRoutes } from './openai/routes.js';
import { seedAgency } from './seed/agency.js';
import { seedFromFile } from './seed/conversations-file.js';
import { addStaff } from './seed/staff.js';

export type { Agency, AgencyClient } from './agency/index.js';
export { attioDelivery, type AttioSnapshot, AttioWorld, type WebhookEvent } from './attio/index.js';
export { chatwootDelivery } from './chatwoot/webhook.js';
export { ChatwootWorld } from './chatwoot/world.js';
export type { WorldSnapshot } from './chatwoot/snapshot.js';
export { githubDelivery } from './github/webhook.js';
export { GithubWorld } from './github/world.js';
export type { FaultController } from './faults/controller.js';
export type { FaultKind, FaultRule } from './faults/rule.js';
export type { RequestLog } from './http/request-log.js';
export { LinearWorld, type LinearQuirks } from './linear/world.js';
export { linearDelivery, linearRetry, linearSignature, recordChanges } from './linear/webhook.js';
export type { LinearSnapshot } from './linear/snapshot.js';
export type { ChatModel, ChatReply } from './openai/chat-model.js';
export type { ChatRequest } from './openai/chat-request.js';
export { REJECT_MARKER } from './openai/embedding-request.js';

const DAY = 86_400_000;

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
  /**
   * Agents and inboxes only, no conversations; Linear's users and teams without issues; Attio's members without
   * records.
   */
  empty?: boolean;
  /**
   * Instead of the built-in rows the agency of the stories, after so many of its days; the last one ended at midnight,
   * UTC.
   */
  agency?: number;
  /** `token`: the one accepted key, any non-empty one when absent; the rest as LinearQuirks says. */
  linear?: { token?: string } & Partial<LinearQuirks>;
  /** `token`: the one accepted, any non-empty one when absent. `meetings`: whether the plan has them, default true. */
  attio?: { token?: string; meetings?: boolean };
  /** `token`: the one accepted, any non-empty one when absent. */
  github?: { token?: string };
  /** Called before each request is answered: whatever it changes, the answer shows. */
  onRequest?: () => void;
}

export interface Sandbox {
  /** Root address without a slash at its end: Chatwoot's and Attio's base URL; with /v1 OpenAI's. */
  url: string;
  world: ChatwootWorld;
  /** Linear's workspace; its API is at `${url}/graphql`. */
  linear: LinearWorld;
  /** Attio's workspace; its API is at `${url}/v2`. */
  attio: AttioWorld;
  /** GitHub's repositories; their API is at `${url}/repos`. */
  github: GithubWorld;
  /** The agency of the stories, where it was asked for. */
  agency: Agency | null;
  /** What answers at OpenAI's chat endpoint. */
  chat: ChatModel;
  faults: FaultController;
  requests: RequestLog;
  /** Cuts every connection, the hanging ones too. */
  close(): Promise<void>;
}

/** @returns Chatwoot, Linear, Attio and OpenAI behind one address; rejects on a missing file or a taken port */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', seed = 1, now = Date.now } = options;
  const empty = options.empty === true || options.agency !== undefined;
  const world = new ChatwootWorld({ accountId: options.accountId ?? 1, now });
  addStaff(world);
  if (options.conversationsFile !== undefined) seedFromFile(world, options.conversationsFile, seed);
  else if (!empty) seedAgency(world, seed);

  const { token: linearToken, ...quirks } = options.linear ?? {};
  const linear = new LinearWorld({ now, quirks });
  seedLinear(linear, seed, empty);

  const attio = new AttioWorld({ now });
  addMembers(attio);
  if (!empty) seedSales(attio, seed);
  if (options.attio?.meetings === false) attio.quirks.meetings = 'forbidden';

  const github = new GithubWorld(now);

  const agency = options.agency === undefined ? null : agencyAfter(options.agency, { world, linear, attio }, seed);

  const faults = new FaultController(seed);
  const requests = new RequestLog();
  const chat: ChatModel = { reply: obedient };
  const { token, updatedWithin = true, rangeReads = true } = options;
  const routes = [
    ...chatwootRoutes(world, { token, updatedWithin, rangeReads }),
    ...openaiRoutes(chat),
    ...linearRoutes(linear, { token: linearToken }),
    ...attioRoutes(attio, options.attio),
    ...githubRoutes(github, options.github),
    ...attioControlRoutes(attio),
    ...controlRoutes(world, faults, requests, { linear, attio, github }),
    ...linearControlRoutes(linear),
    ...(agency ? agencyControlRoutes(agency) : []),
  ];
  const server = createVendorServer({ routes, faults, log: requests, now, onRequest: options.onRequest });
  const address = await listen(server, port, host);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${address.port}`, world, linear, attio, github, agency, chat, faults, requests, close };
}

/** An agency whose days went by until the last midnight. */
function agencyAfter(days: number, worlds: Pick<Sandbox, 'world' | 'linear' | 'attio'>, seed: number): Agency {
  const midnight = Math.floor(worlds.world.now() / DAY) * DAY;
  const agency = foundAgency(worlds, { start: new Date(midnight - days * DAY), seed });
  agency.liveUntil(days);
  return agency;
}
