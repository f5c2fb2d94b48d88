import { readConfig } from '../src/config/index.js';
import { Cleanups } from './cleanups.js';
import { BenchDatabase } from './database.js';
import { databaseFacts, load, machineFacts, type Fact } from './facts.js';
import { PARTS } from './parts.js';
import { reportJson, reportTable, type Report } from './report.js';
import { SERVER_ENV, Servers } from './servers.js';
import type { Figure } from './stats.js';
import { USAGE } from './usage.js';

const EXIT_OF = { SIGINT: 130, SIGTERM: 143 } as const;

/** Measures the built server on this machine. It judges nothing: what is good enough is the reader's to say. */
async function main(
  adminUrl: string,
  wanted: readonly string[],
  conversations: string | null,
  cleanups: Cleanups,
): Promise<Report> {
  const started = performance.now();
  const say = (line: string) =>
    process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
  const loadBefore = load();
  const config = readConfig(SERVER_ENV);
  const database = new BenchDatabase(adminUrl, cleanups);
  const servers = new Servers(database.url, cleanups);
  // Not every part opens it, and the report tells its settings.
  await database.renew();

  const figures: Figure[] = [];
  const facts: Fact[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const measured = await measure({ database, servers, config, cleanups, conversations, say });
    figures.push(...measured.figures);
    facts.push(...measured.facts);
  }
  const server = await databaseFacts(database);
  say('done');
  const groups = [...new Set(figures.map(({ group }) => group))];
  return {
    measured_at: new Date().toISOString(),
    facts: [
      ...machineFacts(),
      ...server,
      [
        'server variables',
        Object.entries(SERVER_ENV)
          .map(([name, value]) => `${name}=${value}`)
          .join(' '),
      ],
      ['conversations', conversations === null ? 'made up by the bench' : 'from SANDBOX_CONVERSATIONS'],
      ...facts,
      ['load average (1, 5, 15 min)', `${loadBefore} at the start, ${load()} at the end`],
      ['took', `${((performance.now() - started) / 1000).toFixed(0)} s`],
    ],
    figures: groups.flatMap((group) => figures.filter((each) => each.group === group)),
  };
}

const wishes = process.argv.slice(2);
const url = process.env['DATABASE_URL'];
const wanted = wishes.filter((wish) => wish !== '--json');
if (wishes.includes('--help')) process.stdout.write(USAGE);
else if (wanted.some((wish) => !(wish in PARTS))) end(2, USAGE);
else if (!url) end(2, `Set DATABASE_URL: the bench measures on a PostgreSQL server of yours.\n${USAGE}`);
else await run(url);

async function run(adminUrl: string): Promise<void> {
  const cleanups = new Cleanups();
  let signalled: keyof typeof EXIT_OF | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (signalled === null) process.stderr.write(`bench: ${signal}, dropping the database\n`);
      signalled ??= signal;
      void cleanups.run().then(() => process.exit(EXIT_OF[signal]));
    });
  }
  try {
    const report = await main(adminUrl, wanted, process.env['SANDBOX_CONVERSATIONS'] || null, cleanups);
    await cleanups.run();
    process.stdout.write(`${wishes.includes('--json') ? reportJson(report) : reportTable(report)}\n`);
    process.exitCode = 0;
  } catch (error) {
    await cleanups.run();
    // What fails because everything is being stopped is no news.
    if (signalled === null) end(1, `The bench failed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

function end(code: number, text: string): void {
  process.stderr.write(text);
  process.exitCode = code;
}
