import { join } from 'node:path';
import { whileWaiting } from '../../demo/waiting.js';
import { FAULTS } from './faults/index.js';
import { NoPostgres } from './postgres-programs.js';
import { brokenLines, reportTable } from './report.js';
import { openSite, type Site } from './site.js';
import { tryFault, type Trial } from './trial.js';
import { readChaosOptions, USAGE, type ChaosOptions } from './usage.js';

/** A quick run has faults this many times shorter, but none shorter than what takes a moment to be noticed, ms. */
const QUICK = 6;
const SHORTEST_MS = 10_000;
/** How this ends where nothing could be tried. */
const NOT_TRIED = 3;

/** `npm run chaos`: breaks one thing after the other under load, and looks whether all goes on and nothing is lost. */
async function main({ quick, seeds, only }: ChaosOptions): Promise<number> {
  const lasting = (wholeMs: number) => (quick ? Math.min(wholeMs, Math.max(wholeMs / QUICK, SHORTEST_MS)) : wholeMs);
  const wanted = FAULTS.filter(({ name }) => only.length === 0 || only.includes(name));
  const logs = process.env['CHAOS_LOGS'] ?? 'artifacts/chaos';
  let site: Site | null = null;
  // Before it is there, its processes end with this one.
  const stop = () => void Promise.resolve(site?.close()).finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const trials: Trial[] = [];
  const skipped = new Map<string, string>();
  for (const fault of wanted) {
    // Each has a site of its own: the load makes the vendor's world grow, and the last ones would measure its size.
    const own = await whileWaiting(`Setting up for ${fault.name}`, (say) => openSite(join(logs, fault.name), say));
    site = own;
    try {
      const why = (await fault.impossible?.(own)) ?? null;
      if (why !== null) {
        skipped.set(fault.name, why);
        continue;
      }
      for (const seed of seeds) {
        const what = `${trials.length + 1}/${wanted.length * seeds.length} ${fault.name} (${fault.title})`;
        const trial = await whileWaiting(what, (say) => tryFault(own, fault, { seed, lasting, say }));
        trials.push(trial);
        const lines = brokenLines(trial);
        print(
          `${fault.name}, seed ${seed}: goes on after ${trial.recovery?.toFixed(1) ?? '?'} s${lines.length ? '' : '; all holds'}`,
        );
        for (const line of lines) print(`  BROKEN ${line}`);
      }
    } finally {
      await own.close();
      site = null;
    }
  }
  print(reportTable(trials, skipped));
  const broken = trials.filter((trial) => trial.broken.size > 0).length;
  print(
    broken === 0 ? 'Everything holds.' : `${broken} of ${trials.length} trials are broken. The logs are in ${logs}.`,
  );
  return broken === 0 ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(text: string): never {
  process.stderr.write(`${text}\n${USAGE}`);
  process.exit(2);
}

function options(): ChaosOptions {
  try {
    return readChaosOptions(process.argv.slice(2));
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const chosen = options();
const unknown = chosen.only.find((name) => !FAULTS.some((fault) => fault.name === name));
if (unknown !== undefined)
  refuse(`There is no fault "${unknown}". There are: ${FAULTS.map(({ name }) => name).join(', ')}.`);
if (chosen.list) for (const { name, title } of FAULTS) print(`${name.padEnd(22)}${title}`);
else
  process.exitCode = await main(chosen).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    return error instanceof NoPostgres ? NOT_TRIED : 1;
  });
