import { ApiClient } from '../../demo/api-client.js';
import { addBusyProjects } from '../../test/support/busy-projects.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { openBare } from '../servers/database.js';
import { startOwnProcess } from '../servers/own-process.js';
import { signIn } from '../servers/servers.js';
import { StatementTap } from '../servers/statement-tap.js';
import { repeat, timed } from '../timing.js';

const SIZES = {
  full: { events: 20_000, rounds: 12, requests: 800, budgetMs: 60_000 },
  quick: { events: 500, rounds: 2, requests: 40, budgetMs: 10_000 },
};
const CLIENTS = 8;
/** Events of a page: enough to be a page, few enough that the request is most of the work. */
const PAGE = 20;
/** Requests of which the statements are counted. */
const COUNTED = 5;

/** `GET /kag/events` of a signed-in person beside a plain route with the session’s statement and the list’s. */
export async function benchReads(bench: Bench): Promise<Measured> {
  const { database, servers, cleanups, say } = bench;
  const { events, rounds, requests, budgetMs } = sizesOf(bench, SIZES);
  await database.renew();
  const server = await servers.start({ ROLE: 'api' });
  const api = await signIn(server);
  say(`reads: ${told(events)} events`);
  const { project, sid } = await filled(bench, events);
  const plain = await startOwnProcess<{ url: string }>('plain-express', database.url, cleanups);
  const bare = new ApiClient(plain.told.url);
  const path = `/kag/events?project_id=${project}&limit=${PAGE}`;
  const plainPath = `/events?sid=${encodeURIComponent(sid)}&project_id=${project}&limit=${PAGE + 1}`;
  const product: Load = { rates: [], answers: [], ask: () => api.call('GET', path) };
  const floor: Load = { rates: [], answers: [], ask: () => bare.call('GET', plainPath) };
  // Connections are opened, and both processes have compiled what they run.
  for (const load of [product, floor]) await ofMany({ ...load, rates: [], answers: [] }, requests);
  await repeat(rounds, budgetMs, async (round) => {
    say(`reads ${round + 1}/${rounds}: ${requests} requests by ${CLIENTS} clients, of each`);
    for (const load of round % 2 === 0 ? [product, floor] : [floor, product]) await ofMany(load, requests);
  });
  await server.stop();
  await plain.stop();
  const { ofSession, all } = await statementsOfARequest(bench, path);
  const of = [String(CLIENTS)];
  return {
    figures: [
      figure('reads.rate', product.rates, { floor: floor.rates, of }),
      figure('reads.answer', product.answers, { floor: floor.answers, of }),
      figure('reads.session', ofSession),
      figure('reads.statements', all),
    ],
    facts: [
      [
        'reads',
        `pages of ${PAGE} of ${told(events)} events; the clients are in the bench's process on the same machine`,
      ],
    ],
  };
}

interface Load {
  /** Answers a second of each round. */
  rates: number[];
  /** Milliseconds of each answer. */
  answers: number[];
  ask: () => Promise<unknown>;
}

async function ofMany({ rates, answers, ask }: Load, requests: number): Promise<void> {
  let left = requests;
  const started = performance.now();
  const client = async () => {
    while (left-- > 0) await timed(answers, ask);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  rates.push(requests / ((performance.now() - started) / 1000));
}

/** A project that the signed-in person reaches, with so many events, and the id of that person’s session. */
async function filled({ database, cleanups }: Bench, events: number): Promise<{ project: string; sid: string }> {
  const sql = openBare(database, cleanups);
  const [project = ''] = await addBusyProjects(sql, {
    count: 1,
    until: new Date(),
    days: 60,
    events: [events, events],
  });
  await sql.run(
    'UPDATE projects SET account_scope_id = (SELECT account_scope_id FROM user_scopes LIMIT 1) WHERE id = $1',
    [project],
  );
  await sql.run('VACUUM (ANALYZE) kag_event_log');
  const [session] = await sql.query<{ sid: string }>('SELECT sid FROM sessions LIMIT 1');
  if (!session) throw new Error('nobody is signed in');
  return { project, sid: session.sid };
}

/** Statements that another server, which is warm, sends for each of a few requests: for the session, and in all. */
async function statementsOfARequest({ database, servers, cleanups, say }: Bench, path: string) {
  say('reads: its statements');
  const tap = await StatementTap.open(database.url, cleanups);
  const server = await servers.start({ ROLE: 'api' }, tap.url);
  const api = await signIn(server);
  await api.call('GET', path);
  const [ofSession, all]: [number[], number[]] = [[], []];
  for (let request = 0; request < COUNTED; request++) {
    const statements = (await tap.during(() => api.call('GET', path)))
      .filter(({ application }) => application === 'kag-server')
      .map(({ statement }) => statement);
    ofSession.push(statements.filter((text) => /\bsessions\b/.test(text)).length);
    all.push(statements.length);
  }
  await server.stop();
  await tap.close();
  return { ofSession, all };
}
