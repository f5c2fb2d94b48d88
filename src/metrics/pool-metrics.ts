import type { Pool } from 'pg';
import { Gauge, register } from 'prom-client';

/** What the connections of the process' pool are doing, counted when asked. */
export function definePoolGauge(pool: Pick<Pool, 'idleCount' | 'totalCount' | 'waitingCount'>): void {
  const name = 'kag_db_pool';
  register.removeSingleMetric(name);
  new Gauge({
    name,
    help: 'Database connections of this process, by what they are doing; waiting: requests for one',
    labelNames: ['state'],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}
