import { Counter, Gauge, register } from 'prom-client';
import type { Replica } from '../database/index.js';

/** How the standby that reads go to is doing, as this process sees it; without one the metrics have no samples. */
export function defineReplicaMetrics(replica: Pick<Replica, 'look' | 'barrier' | 'reads'> | null): void {
  const names = ['kag_replica_reads_total', 'kag_replica_usable', 'kag_replica_lag_seconds'] as const;
  for (const name of names) register.removeSingleMetric(name);
  const [reads, usable, lag] = names;
  new Counter({
    name: reads,
    help: 'Reads that a standby may answer, by result: replica, or why the primary answered',
    labelNames: ['result'],
    collect() {
      this.reset();
      for (const [result, count] of replica?.reads ?? []) this.inc({ result }, count);
    },
  });
  new Gauge({
    name: usable,
    help: 'Whether the standby answers reads (1) or the primary does (0)',
    collect() {
      this.remove();
      if (replica !== null) this.set(replica.barrier === null ? 1 : 0);
    },
  });
  new Gauge({
    name: lag,
    help: 'How far the standby is behind the primary at the most; absent while that is not known',
    collect() {
      this.remove();
      const behind = replica?.look?.behindMs ?? null;
      if (behind !== null) this.set(behind / 1000);
    },
  });
}
