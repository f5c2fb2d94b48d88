import { cpus, loadavg } from 'node:os';
import { wait } from '../../src/common/wait.js';
import { seededRandom } from '../../sandbox/random.js';
import type { Fault } from './fault.js';
import { INVARIANTS } from './invariants.js';
import { Load } from './load.js';
import { Probes } from './probes.js';
import type { Site } from './site.js';

/** Seconds within which everything goes on by itself after most faults. */
const RECOVERY_SECONDS = 15;
/** A time after which nothing more is waited for: what hangs is told as such. */
const GIVE_UP_SECONDS = 120;
/** So long all goes well before the fault. */
const WARM_UP_MS = 2_000;
/** A fault that begins takes a moment to be noticed, ms. */
const NOTICED_MS = 4_000;

export interface Trial {
  fault: Fault;
  seed: number;
  /** Seconds from the end of the fault until everything went on; null: it did not. */
  recovery: number | null;
  /** What did not hold, by the invariant's name. */
  broken: Map<string, string[]>;
}

export interface TrialOptions {
  seed: number;
  lasting(wholeMs: number): number;
  say(what: string): void;
}

/** One fault under load: it happens, all goes on, the load ends, and everything is as it should be. */
export async function tryFault(site: Site, fault: Fault, { seed, lasting, say }: TrialOptions): Promise<Trial> {
  const load = new Load(site, seed * 1000);
  const probes = new Probes(site.processes);
  const broken = new Map<string, string[]>();
  const within = fault.within ?? RECOVERY_SECONDS;
  load.start();
  probes.start();
  let recovery: Recovery;
  try {
    await wait(WARM_UP_MS);
    say('it happens');
    const unreadyFor = async (ms: number) => {
      const noticed = performance.now() + NOTICED_MS;
      await wait(ms);
      const lied = probes.readyBetween(noticed, performance.now());
      if (lied.length > 0)
        broken.set(
          'ready',
          lied.map((name) => `${name} said that it was ready`),
        );
    };
    await fault.happen({ ...site, random: seededRandom(seed), lasting, unreadyFor, say }).catch((error: Error) => {
      broken.set('fault', [error.message]);
    });
    const ended = performance.now();
    say('it is over: all goes on');
    recovery = await recovered(site, probes, ended);
    if (recovery.seconds === null || recovery.seconds > within) broken.set('recovery', [late(recovery, within)]);
  } finally {
    await load.stop();
    await probes.stop();
  }
  const crashed = site.processes.flatMap(({ name, crashes }) =>
    crashes.splice(0).map((code) => `${name} ended with ${code ?? 'a signal'} though it was not told to`),
  );
  const dead = [...new Set([...probes.dead, ...crashed])];
  if (dead.length > 0) broken.set('live', dead);
  say('everything comes to rest');
  const restless = await comeToRest(site, load).catch(({ message }: Error) => message);
  if (restless) broken.set('at rest', [restless]);
  for (const { name, look } of INVARIANTS) {
    const found = await look(site, load, fault.mayFailWith ?? []).catch(({ message }: Error) => [message]);
    if (found.length > 0) broken.set(name, [...(broken.get(name) ?? []), ...found]);
  }
  return { fault, seed, recovery: recovery.seconds, broken };
}

interface Recovery {
  /** From the end of the fault; null: it was given up. */
  seconds: number | null;
  /** What it waited for last. */
  waitedFor: string;
}

/**
 * Waits until every process is ready, no run from before the end of the fault is open, and every project has had a sync
 * that went well.
 */
async function recovered({ query, projectIds }: Site, probes: Probes, ended: number): Promise<Recovery> {
  const wall = new Date(Date.now() - (performance.now() - ended));
  let waitedFor = '';
  for (;;) {
    const seconds = (performance.now() - ended) / 1000;
    if (seconds > GIVE_UP_SECONDS) return { seconds: null, waitedFor };
    const [row] = await query<{ open: string[] | null; synced: number }>(
      `SELECT (SELECT array_agg(DISTINCT format('%s that is %s', job_type, status)) FROM job_runs
           WHERE status IN ('queued', 'running') AND created_at < $1) AS open,
         (SELECT count(DISTINCT project_id)::int FROM job_runs
           WHERE finished_at >= $1 AND status = 'succeeded' AND job_type = 'chatwoot_sync') AS synced`,
      [wall],
    ).catch(() => []);
    const left = row ? [...(row.open ?? [])] : ['the database'];
    if (row && row.synced < projectIds.length) left.push(`the sync of ${projectIds.length - row.synced} projects`);
    left.push(...probes.unready(ended));
    if (left.length === 0) return { seconds, waitedFor };
    waitedFor = left.join(', ');
    await wait(100);
  }
}

/** Says also how busy the machine is: on one that others use, all takes longer. */
function late({ seconds, waitedFor }: Recovery, within: number): string {
  const took = `${seconds === null ? `not within ${GIVE_UP_SECONDS}` : seconds.toFixed(1)} s; ${within} s are allowed`;
  const [load = 0] = loadavg();
  return `${took}; waited last for ${waitedFor}; ${load.toFixed(0)} processes want the machine's ${cpus().length} cores`;
}

/**
 * Ends when nothing is open, with a last sync of everything.
 * @returns what does not come to rest
 */
async function comeToRest({ query, projectIds }: Site, load: Load): Promise<string | null> {
  for (const round of ['what is open', 'the last sync']) {
    if (round === 'the last sync') for (const id of projectIds) await load.askForSync(id);
    const end = performance.now() + GIVE_UP_SECONDS * 1000;
    for (;;) {
      const open = await query<{ text: string }>(
        `SELECT format('%s is %s', job_type, status) AS text FROM job_runs WHERE status IN ('queued', 'running')
         UNION ALL
         SELECT format('a %s error of %s is %s', operation, connector, status) FROM connector_errors
         WHERE status IN ('pending', 'retrying')`,
      );
      if (open.length === 0) break;
      if (performance.now() > end) return `${round} does not end: ${open.map(({ text }) => text).join(', ')}`;
      await wait(100);
    }
  }
  return null;
}
