import os from 'node:os';
import type { MachineClass } from '../figures/compare.js';
import type { BenchDatabase } from '../servers/database.js';

/** What figures of this run can be compared with: those of a run with the same. */
export async function machineClass(database: BenchDatabase, quick: boolean): Promise<MachineClass> {
  const [row] = await database.query<{ fsync: string }>(`SELECT current_setting('fsync') AS fsync`);
  return {
    cores: os.availableParallelism(),
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    memory_gib: Math.round((os.totalmem() / 2 ** 30) * 10) / 10,
    fsync: row?.fsync ?? 'unknown',
    quick,
  };
}
