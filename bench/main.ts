import { readFileSync, writeFileSync } from 'node:fs';
import { readConfig } from '../src/config/index.js';
import { changes, otherClass, type Kept } from './figures/compare.js';
import { comparisonText } from './figures/compare-text.js';
import { broken, reportJson } from './figures/report.js';
import { reportTable } from './figures/report-table.js';
import { measure, type Setting } from './measure.js';
import { machineClass } from './machine/machine-class.js';
import { Cleanups } from './servers/cleanups.js';
import { BenchDatabase } from './servers/database.js';
import { Servers, SERVER_ENV } from './servers/servers.js';
import { readBenchOptions, USAGE, type BenchOptions } from './usage.js';

const EXIT_OF = { SIGINT: 130, SIGTERM: 143 } as const;

/** What is asked for can't be done, whatever is measured. */
class Misuse extends Error {}

try {
  const options = readBenchOptions(process.argv.slice(2));
  const url = process.env['DATABASE_URL'];
  if (url) await run(options, url);
  else end(2, `Set DATABASE_URL: the bench measures on a PostgreSQL server of yours.\n${USAGE}`);
} catch (error) {
  end(2, `${(error as Error).message}\n${USAGE}`);
}

async function run(options: BenchOptions, adminUrl: string): Promise<void> {
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
    process.exitCode = await measured(options, adminUrl, cleanups);
    await cleanups.run();
  } catch (error) {
    await cleanups.run();
    // What fails because everything is being stopped is not worth telling.
    if (signalled !== null) return;
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof Misuse) end(2, `${message}\n`);
    else end(1, `The bench failed: ${message}\n`);
  }
}

/** Measures, and shows what came of it; the exit code. */
async function measured(options: BenchOptions, adminUrl: string, cleanups: Cleanups): Promise<number> {
  const { quick, json, compare, parts } = options;
  const before = compare === null ? null : keptIn(compare);
  const database = new BenchDatabase(adminUrl, cleanups);
  // Not every part opens it, and the report tells its settings.
  await database.renew();
  const machine = await machineClass(database, quick);
  const reason = before && otherClass(before.machine, machine);
  if (reason) throw new Misuse(`${compare} is of another class of machine: ${reason}.`);
  const setting: Setting = {
    machine,
    database,
    servers: new Servers(database.url, cleanups),
    config: readConfig(SERVER_ENV),
    cleanups,
    conversations: process.env['SANDBOX_CONVERSATIONS'] || null,
  };
  const report = await measure(setting, parts);
  process.stdout.write(`${reportTable(report)}\n`);
  if (json !== null) writeFileSync(json, reportJson(report));
  if (before) process.stdout.write(`${comparisonText(compare ?? '', changes(before.figures, report.figures))}\n`);
  const faults = quick ? broken(report.figures) : [];
  for (const fault of faults) process.stderr.write(`bench: ${fault}\n`);
  return faults.length > 0 ? 1 : 0;
}

/** @throws Misuse for a file that is not there or holds something else */
function keptIn(file: string): Kept {
  try {
    const { machine, figures } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>;
    if (machine && Array.isArray(figures)) return { machine, figures };
  } catch (error) {
    throw new Misuse(`${file} can't be read: ${(error as Error).message}`);
  }
  throw new Misuse(`${file} holds no figures of the bench: write it with --json.`);
}

function end(code: number, text: string): void {
  process.stderr.write(text);
  process.exitCode = code;
}
