import { register } from 'prom-client';
import type { Answerer, Replica } from '../database/index.js';
import { defineReplicaMetrics } from './replica-metrics.js';

type Seen = Pick<Replica, 'look' | 'barrier' | 'reads'>;

async function told(replica: Seen | null): Promise<string[]> {
  defineReplicaMetrics(replica);
  const text = await register.metrics();
  return text.split('\n').filter((line) => line.startsWith('kag_replica'));
}

const reads = new Map<Answerer, number>([
  ['replica', 7],
  ['lag', 2],
]);

describe('what is told of the standby', () => {
  afterEach(() => register.clear());

  it('that it answers, and how often it did', async () => {
    const look = { follows: true, replayed: 9n, behindMs: 250 };
    expect(await told({ look, barrier: null, reads })).toEqual([
      'kag_replica_reads_total{result="replica"} 7',
      'kag_replica_reads_total{result="lag"} 2',
      'kag_replica_usable 1',
      'kag_replica_lag_seconds 0.25',
    ]);
  });

  it('that it is away: nothing is known of its lag then', async () => {
    const lines = await told({ look: null, barrier: 'away', reads });
    expect(lines.slice(2)).toEqual(['kag_replica_usable 0']);
  });

  it('nothing, where there is none', async () => {
    expect(await told(null)).toEqual([]);
  });
});
