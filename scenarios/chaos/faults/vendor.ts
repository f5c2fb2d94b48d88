import { wait } from '../../../src/common/wait.js';
import type { FaultRule } from '../../../sandbox/sandbox.js';
import type { Fault, Scene } from '../fault.js';

const CHATWOOT = '/api/v1';

export const vendorFaults: Fault[] = [
  {
    name: 'rate-limited',
    title: 'the vendor answers 429 to all',
    mayFailWith: ['vendor_failed'],
    happen: (scene) => whileBroken(scene, 30_000, { kind: 'rate_limit', retryAfter: 2 }),
  },
  {
    name: 'vendor-down',
    title: 'the vendor answers 5xx for minutes',
    mayFailWith: ['vendor_failed'],
    happen: (scene) =>
      whileBroken(scene, 120_000, {
        kind: 'status',
        status: scene.random.pick([500, 502, 503, 504]),
        probability: 0.95,
      }),
  },
  {
    name: 'broken-json',
    title: 'the vendor’s answers are cut, damaged or pages',
    mayFailWith: ['vendor_failed'],
    happen: (scene) =>
      whileBroken(
        scene,
        30_000,
        { kind: 'cut_json', probability: 0.4 },
        { kind: 'html', probability: 0.2 },
        { kind: 'drop', probability: 0.2 },
      ),
  },
  {
    name: 'poison-record',
    title: 'one record of the vendor can’t be understood',
    mayFailWith: ['vendor_failed'],
    // The error queue looks once a minute, and then reads it again.
    within: 90,
    async happen(scene) {
      const { random, sandbox } = scene;
      const { id } = random.pick(sandbox.world.snapshot().conversations);
      sandbox.world.addMessage({ conversationId: id, content: 'Is anybody reading this at all, please?' });
      await whileBroken(scene, 30_000, { kind: 'bad_shape', recordId: id });
    },
  },
  {
    name: 'poison-job',
    title: 'a run kills each worker that does it, five times',
    within: 30,
    async happen({ query, workers, projectIds, random, say }) {
      const poisoned = random.pick(projectIds);
      for (let killed = 0; killed < 5;) {
        const [run] = await query<{ worker_id: string }>(
          `SELECT worker_id FROM job_runs WHERE project_id = $1 AND job_type = 'chatwoot_sync' AND status = 'running' AND worker_id IS NOT NULL`,
          [poisoned],
        );
        for (const worker of workers) {
          const { pid } = await worker.running();
          if (!run?.worker_id.includes(`:${pid}:`)) continue;
          await worker.signal('SIGKILL');
          say(`kill ${++killed} of 5`);
        }
        await wait(10);
      }
    },
  },
];

/** The sandbox's Chatwoot answers so for a while. */
async function whileBroken({ sandbox, lasting }: Scene, wholeMs: number, ...rules: FaultRule[]): Promise<void> {
  const repairs = rules.map((rule) => sandbox.faults.add({ match: CHATWOOT, ...rule }));
  try {
    await wait(lasting(wholeMs));
  } finally {
    for (const repair of repairs) repair();
  }
}
