import { dayOf } from '../../src/common/day.js';
import { DAY_MS } from '../../src/common/time-units.js';
import { ForecastService } from '../../src/kag-forecast/index.js';
import { RecommendationsService } from '../../src/kag-recommendations/index.js';
import { knownOf } from '../../src/kag-recommendations/known-of.js';
import { ReadingsService } from '../../src/kag-signals/index.js';
import { SnapshotsService } from '../../src/kag-snapshots/index.js';
import { WINDOW_DAYS } from '../../src/similarity/domain/signature.js';
import { Signatures } from '../../src/similarity/signatures.service.js';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import type { AgencyClient, Sandbox } from '../../sandbox/sandbox.js';
import { variablesOf } from '../../sandbox/variables.js';
import type { Client } from './client.js';
import type { Environment } from '../../src/config/index.js';
import { startTestApp, type TestApp } from './test-app.js';
import type { TestDatabase } from './test-database.js';

/** A story of each kind, the languages in turns. */
const STORIES = [
  'silence-en',
  'scope-creep-ru',
  'blocked-en',
  'over-budget-ru',
  'upsell-en',
  'quiet-ru',
  'lost-en',
  'recovered-ru',
];

/** A client that has a project, and is nowhere to be found at the vendors. */
export const UNHEARD = 'Unheard of';

/** A server that knows the agency of a sandbox, and all that it concludes of it. */
export interface DecidedAgency {
  server: TestApp;
  admin: Client;
  /** Ids of the projects by the clients' names; the nth client's is the same on every server. */
  projects: Map<string, string>;
}

/**
 * Starts a server on the database, syncs clients of the sandbox's agency, a project each of one account scope, and
 * draws all conclusions as of `now`, which has to lie ahead: a snapshot for each of the sixty days and signatures of
 * each week, then forecasts and recommendations.
 * @param stories keys of the clients; unset: one of each kind
 * @param env variables beside those that the agency needs
 */
export async function decideAgency(
  sandbox: Sandbox,
  now: Date,
  { db, stories, env }: { db?: TestDatabase | undefined; stories?: readonly string[]; env?: Environment } = {},
): Promise<DecidedAgency> {
  const server = await startTestApp({
    ...(db ? { db } : {}),
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
      ...variablesOf(sandbox),
      ...env,
    },
  });
  const admin = await server.signIn();
  const clients = sandbox.agency?.clients.filter(({ key }) => (stories ?? STORIES).includes(key)) ?? [];
  const projects = new Map<string, string>();
  for (const name of [...clients.map((client) => client.name), UNHEARD])
    projects.set(name, await newProject(server, name, projects.size + 1));
  await Promise.all(clients.map(({ name, bindings }) => sync(admin, projects.get(name) ?? '', bindings)));
  // Attio has not heard of them, so later syncs ask for all clients.
  if (!stories) await addEqualDeals(server, projects.get(clients[0]?.name ?? '') ?? '', new Date(now.getTime() - 1000));
  await conclude(server, [...projects.values()], now);
  return { server, admin, projects };
}

async function sync(admin: Client, id: string, bindings: AgencyClient['bindings']): Promise<void> {
  for (const [connector, binding] of Object.entries(bindings))
    await admin.put(`/projects/${id}/sources/${connector}`, { ...binding, credentials: { api_token: 'of-the-tests' } });
  const { body } = await admin.post(`/connectors/sync?project_id=${id}`).set('prefer', 'wait=55');
  if (body.result?.succeeded !== 3) throw new Error(`a client is not synced: ${JSON.stringify(body)}`);
}

/** With an id that says which it is: where projects are equally similar, their ids decide. */
async function newProject({ db }: TestApp, name: string, n: number): Promise<string> {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  await db.database.run(
    `INSERT INTO projects (id, account_scope_id, name)
     SELECT $1, us.account_scope_id, $2 FROM user_scopes us JOIN users u ON u.id = us.user_id WHERE u.username = 'admin'`,
    [id, name],
  );
  return id;
}

/**
 * Deals whose stages came at once: their ids decide which is the latest, and servers order those by different rules.
 */
async function addEqualDeals({ db }: TestApp, id: string, at: Date): Promise<void> {
  await db.database.run(
    `INSERT INTO attio_opportunities_raw (project_id, record_id, stage_title, stage_status, stage_since, amount, won,
       person_record_ids, vendor_created_at, vendor_created_at_text, content_hash, data)
     SELECT $1, d.record_id, d.stage_title, 'open', $2, d.amount, false, '[]', '2000-01-01T00:00:00Z', '', '', '{}'
     FROM (VALUES ('a', 'Proposal', 0.1::float8), ('B', 'Negotiation', 0.2), ('b', 'Proposal', 0.3)) AS d (record_id, stage_title, amount)`,
    [id, at.toISOString()],
  );
}

async function conclude({ app }: TestApp, ids: readonly string[], now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  // As the daily pipeline does: signals first, since the silences that they find count among a day's events.
  const readings = await app.get(ReadingsService).refresh(ids, now);
  await app.get(SnapshotsService).refresh(ids, { from: dayOf(daysAgo(STORY_DAYS)), to: dayOf(now) }, now);
  for (let days = STORY_DAYS - 7; days > -7; days -= 7)
    await app.get(Signatures).refresh(ids, WINDOW_DAYS, daysAgo(Math.max(0, days)));
  const forecasts = await app.get(ForecastService).refresh(readings, now);
  await app.get(RecommendationsService).refresh(knownOf(readings, forecasts), now);
}
