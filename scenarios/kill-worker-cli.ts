import { killWorker } from './kill-worker.js';

/**
 * `npm run crash`: kills the worker ten times in the middle of a first sync, and compares the tables with the source.
 */
const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) {
  process.stderr.write(
    'Set DATABASE_URL to an empty PostgreSQL database with pgvector: several processes share it here.\n',
  );
  process.exit(2);
}
const conversationsFile = process.env['SANDBOX_CONVERSATIONS'];
const maxBatches = Number(process.env['MAX_BATCHES'] ?? 3);
const started = performance.now();
const outcome = await killWorker({
  databaseUrl,
  kills: Number(process.env['KILLS'] ?? 10),
  ...(conversationsFile === undefined ? {} : { conversationsFile }),
  conversations: Number(process.env['CONVERSATIONS'] ?? 1000),
  batches: () => Math.floor(Math.random() * (maxBatches + 1)),
  hurry: false,
  quiet: false,
  say: (line) => process.stdout.write(`${line}\n`),
});
process.stdout.write(
  `${outcome.kills} kills, ${outcome.attempts} attempts, ${outcome.messages} messages at the source, ${((performance.now() - started) / 1000).toFixed(0)} s\n`,
);
for (const difference of outcome.differences) process.stdout.write(`DIFFERENT: ${difference}\n`);
process.stdout.write(
  outcome.differences.length === 0 ? 'The tables equal the source.\n' : 'The tables do not equal the source.\n',
);
process.exit(outcome.differences.length === 0 ? 0 : 1);
