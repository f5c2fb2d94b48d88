import { wait } from '../../common/wait.js';
import type { Database } from '../database.js';
import type { Barrier } from './barrier.js';
import { Replica, type ReplicaSettings } from './replica.js';
import { ReplicaWatch } from './replica-watch.js';

/** How the standby that reads go to is doing. */
export interface ReplicaStanding {
  /** Why it answers nothing; null: it answers. */
  barrier: Barrier | null;
  /** How far it is behind the primary at the most; null while that is not known. */
  behind_seconds: number | null;
}

/** Looks of a program that has only this moment: the lag shows once the standby has come to where the primary was. */
const LOOKS = 5;
const LOOK_EVERY_MS = 500;

/** How it is, as the process knows it that reads from it. */
export function standingOf({ barrier, look }: Pick<Replica, 'barrier' | 'look'>): ReplicaStanding {
  const behind = look?.behindMs ?? null;
  return { barrier, behind_seconds: behind === null ? null : behind / 1000 };
}

/** How it is, found out by a program that does not read from it. */
export async function lookAtReplica(
  settings: Omit<ReplicaSettings, 'connections'>,
  database: Database,
): Promise<ReplicaStanding> {
  const replica = new Replica({ ...settings, connections: 1 });
  const watch = new ReplicaWatch(replica, database);
  try {
    for (let looks = 1; ; looks++) {
      await watch.look();
      if (replica.barrier !== 'unknown_lag' || looks === LOOKS) return standingOf(replica);
      await wait(LOOK_EVERY_MS);
    }
  } finally {
    await watch.onApplicationShutdown();
  }
}
