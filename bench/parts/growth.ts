import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { memoryFigures, resident } from '../machine/memory.js';
import { MEAN_TURNS, writeConversations } from '../rows/conversations.js';
import { rateOf, sandboxOf, syncedServer } from '../servers/synced-server.js';

const SIZES = {
  full: { messages: 500_000 },
  quick: { messages: 3_000 },
};
/** How often it is looked for the first batch. */
const LOOK_MS = 100;

/**
 * Whether a first sync takes more memory the longer it goes on: resident memory behind the last batch and behind the
 * first.
 */
export async function benchGrowth(bench: Bench): Promise<Measured> {
  const { database, cleanups, say } = bench;
  const { messages } = sizesOf(bench, SIZES);
  await database.renew();
  say(`growth: ${told(messages)} messages, made up`);
  const sandbox = await sandboxOf(await writeConversations(cleanups, Math.round(messages / MEAN_TURNS)), bench);
  const { server, project, sync } = await syncedServer(bench, sandbox, 'Growth');
  say('growth: first sync');
  const stored = async () => {
    const [row] = await database.query<{ any: boolean }>(
      'SELECT EXISTS (SELECT FROM cw_messages WHERE project_id = $1) AS any',
      [project],
    );
    return row?.any === true;
  };
  let ended = false;
  const syncing = sync().finally(() => (ended = true));
  // Looked at when it is awaited; until then it must not count as unhandled.
  syncing.catch(() => {});
  while (!ended && !(await stored())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const [first] = resident(server.pid);
  const run = await syncing;
  const [last] = resident(server.pid);
  await server.stop();
  await sandbox.close();
  const all = sandbox.world.tables.messages.size;
  return {
    figures: [
      ...memoryFigures('growth.memory', first === undefined || last === undefined ? [] : [last - first]),
      figure('growth.rate', [rateOf(all, run)]),
    ],
    facts: [['growth', `${told(all)} messages of ${told(sandbox.world.tables.conversations.size)} conversations`]],
  };
}
