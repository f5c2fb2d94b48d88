import { startSandbox } from '../sandbox/sandbox.js';
import type { Cleanups } from './cleanups.js';
import type { BenchDatabase } from './database.js';
import type { Fact } from './facts.js';
import { memoryFigures, peak, resident } from './memory.js';
import { processorSeconds } from './processor.js';
import { newProject, runJob, secondsOf, signIn, type Servers, type TimedRun } from './servers.js';
import { figure, repeat, type Figure } from './stats.js';

const FIRST = 'First sync (Chatwoot)';
const AGAIN = 'Sync with nothing new';
const SYNCS = 3;
const UNCHANGED = 5;
const BUDGET_MS = 45_000;
/** Until what a start leaves behind has been collected or not. */
const IDLE_MS = 1500;

/** The product's own budget is 40 requests a second; here the server is measured, not its patience. */
const REQUESTS_PER_MINUTE = '1000000';

/** What a sync's result says, as far as it is looked at. */
interface SyncResult {
  fetched: number;
  upserted: number;
  chunks: number;
  events: number;
  batches: number;
  requests: number;
}

/** Reads one account into a new project on a fresh server, and then again with nothing changed, several times over. */
export async function benchSync(
  database: BenchDatabase,
  servers: Servers,
  conversationsFile: string,
  cleanups: Cleanups,
  say: (line: string) => void,
): Promise<{ figures: Figure[]; facts: Fact[] }> {
  await database.renew();
  const sandbox = await startSandbox({ conversationsFile });
  cleanups.add(() => sandbox.close());
  // Refused, the run that follows a sync by itself ends at once, and does not work beside what is measured next.
  sandbox.faults.add({ match: '/v1/embeddings', kind: 'status', status: 401 });
  const { conversations, messages } = sandbox.world.snapshot();
  const first: TimedRun[] = [];
  const unchanged: TimedRun[] = [];
  const processor: number[] = [];
  const memory = { idle: [] as number[], peak: [] as number[], after: [] as number[] };

  await repeat(SYNCS, BUDGET_MS, async (round) => {
    say(`sync ${round + 1}/${SYNCS}: ${messages.length} messages, then ${UNCHANGED} times with nothing new`);
    const server = await servers.start({
      EMBEDDING_PROVIDER: 'openai',
      OPENAI_API_KEY: 'x',
      OPENAI_BASE_URL: `${sandbox.url}/v1`,
      CHATWOOT_BASE_URL: sandbox.url,
      CHATWOOT_API_TOKEN: 'bench',
      CHATWOOT_ACCOUNT_ID: '1',
      CHATWOOT_REQUESTS_PER_MINUTE: REQUESTS_PER_MINUTE,
    });
    const api = await signIn(server);
    const project = await newProject(api, `Sync ${round + 1}`);
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    memory.idle.push(...resident(server.pid));
    const [before] = processorSeconds(server.pid);
    first.push(await runJob(api, project, '/connectors/chatwoot/sync'));
    const [after] = processorSeconds(server.pid);
    if (before !== undefined && after !== undefined) processor.push((10_000 * (after - before)) / messages.length);
    memory.after.push(...resident(server.pid));
    memory.peak.push(...peak(server.pid));
    const [stored] = await database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM cw_messages WHERE project_id = $1 AND deleted_at IS NULL',
      [project],
    );
    if (stored?.n !== messages.length)
      throw new Error(`the sync stored ${stored?.n} messages; the source has ${messages.length}`);
    for (let again = 0; again < UNCHANGED; again++)
      unchanged.push(await runJob(api, project, '/connectors/chatwoot/sync'));
    await server.stop();
  });
  await sandbox.close();

  const result = (run: TimedRun) => run.result as unknown as SyncResult;
  const of = (group: string, runs: readonly TimedRun[]) => [
    figure(
      group,
      group === FIRST ? 'messages' : 'messages of the source ÷ seconds',
      '1/s',
      runs.map((run) => messages.length / secondsOf(run)),
    ),
    figure(group, 'wall time of the run', 's', runs.map(secondsOf)),
    figure(
      group,
      'records read',
      '',
      runs.map((run) => result(run).fetched),
    ),
    figure(
      group,
      'rows written',
      '',
      runs.map((run) => result(run).upserted),
    ),
    figure(
      group,
      'requests',
      '',
      runs.map((run) => result(run).requests),
    ),
    figure(
      group,
      'batches (one transaction each)',
      '',
      runs.map((run) => result(run).batches),
    ),
  ];
  return {
    figures: [
      ...of(FIRST, first),
      ...(processor.length > 0 ? [figure(FIRST, 'CPU time of the server for 10,000 messages', 's', processor)] : []),
      ...of(AGAIN, unchanged),
      ...memoryFigures('idle, 1.5 s after the first project', memory.idle),
      ...memoryFigures('peak until the end of a first sync', memory.peak),
      ...memoryFigures('right after a first sync', memory.after),
    ],
    facts: [
      [
        'synced',
        `${messages.length} messages of ${conversations.length} conversations, ${result(first[0] as TimedRun).chunks} chunks, ` +
          `${result(first[0] as TimedRun).events} events; CHATWOOT_REQUESTS_PER_MINUTE raised to ${REQUESTS_PER_MINUTE}; the vendor is the ` +
          `sandbox, in the bench's process on the same machine; embedding is not part of it`,
      ],
    ],
  };
}
