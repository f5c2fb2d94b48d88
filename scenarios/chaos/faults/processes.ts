import { wait } from '../../../src/common/wait.js';
import type { Fault } from '../fault.js';

/** A worker that was killed is missed after its heartbeats; then another has its runs. */
const MISSED_WITHIN = 30;

export const processFaults: Fault[] = [
  {
    name: 'worker-killed',
    title: 'a worker is killed, again and again',
    within: MISSED_WITHIN,
    async happen({ workers, random, lasting, say }) {
      const times = Math.max(3, Math.round(lasting(60_000) / 10_000));
      for (let i = 1; i <= times; i++) {
        say(`kill ${i} of ${times}`);
        await random.pick(workers).signal('SIGKILL');
        await wait(random.int(200, 5_000));
      }
    },
  },
  {
    name: 'api-killed',
    title: 'the api is killed',
    async happen({ api, random }) {
      await wait(random.int(0, 2_000));
      await api.signal('SIGKILL');
    },
  },
  {
    name: 'worker-paused',
    title: 'a worker stands still for longer than it is waited for, and wakes up',
    within: MISSED_WITHIN,
    async happen({ workers, random, lasting }) {
      const worker = random.pick(workers);
      await worker.signal('SIGSTOP');
      await wait(lasting(60_000) + 25_000);
      await worker.signal('SIGCONT');
    },
  },
  {
    name: 'stopped',
    title: 'SIGTERM under load, to each process in turn',
    async happen({ processes }) {
      for (const one of processes) {
        const { ended } = await one.running();
        await one.signal('SIGTERM');
        mustEndWell(one.name, await ended);
        await one.running();
      }
    },
  },
  {
    name: 'stopped-twice',
    title: 'SIGTERM twice under load',
    async happen({ api, workers, random }) {
      for (const one of [api, random.pick(workers)]) {
        const { ended } = await one.running();
        await one.signal('SIGTERM');
        await one.signal('SIGTERM');
        mustEndWell(one.name, await ended);
        await one.running();
      }
    },
  },
  {
    name: 'clock-off',
    title: 'the clock of a worker is an hour off',
    async happen({ workers, random, lasting }) {
      const worker = random.pick(workers);
      const hours = random.pick([-1, 1]);
      const preload = new URL('../shifted-clock.js', import.meta.url).href;
      await worker.restartWith({ NODE_OPTIONS: `--import=${preload}`, CLOCK_OFFSET_MS: String(hours * 3_600_000) });
      await wait(lasting(60_000));
      await worker.restartWith({});
    },
  },
];

function mustEndWell(name: string, code: number | null): void {
  if (code !== 0) throw new Error(`${name} ended with ${code ?? 'a signal'} after SIGTERM instead of with 0`);
}
