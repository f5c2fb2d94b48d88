import type { Bench } from './bench.js';
import type { MachineClass } from './figures/compare.js';
import type { Figure } from './figures/figure.js';
import type { Report } from './figures/report.js';
import { databaseFacts, load, machineFacts, type Fact } from './machine/facts.js';
import { PARTS } from './parts.js';
import { SERVER_ENV } from './servers/servers.js';
import { PART_NAMES, type PartName } from './usage.js';

/** What the bench measures with. */
export type Setting = Omit<Bench, 'say' | 'quick'> & { machine: MachineClass };

/** Measures the built server on this machine, part by part. */
export async function measure({ machine, ...setting }: Setting, parts: readonly PartName[]): Promise<Report> {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(0);
  const say = (line: string) => void process.stderr.write(`${seconds().padStart(4)} s  ${line}\n`);
  const loadBefore = load();
  const figures: Figure[] = [];
  const facts: Fact[] = [];
  for (const name of PART_NAMES.filter((each) => parts.includes(each))) {
    const measured = await PARTS[name]({ ...setting, quick: machine.quick, say }).catch((error: unknown) => {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
    figures.push(...measured.figures);
    facts.push(...measured.facts);
  }
  const server = await databaseFacts(setting.database);
  say('done');
  return {
    measured_at: new Date().toISOString(),
    machine,
    facts: [
      ...machineFacts(),
      ...server,
      ['server variables', textOf(SERVER_ENV)],
      ['mode', machine.quick ? 'quick: small sizes, which say nothing of times' : 'full'],
      ['conversations', setting.conversations === null ? 'made up by the bench' : 'from SANDBOX_CONVERSATIONS'],
      ...facts,
      ['load average (1, 5, 15 min)', `${loadBefore} at the start, ${load()} at the end`],
      ['took', `${seconds()} s`],
    ],
    figures,
  };
}

const textOf = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
