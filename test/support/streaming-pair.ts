import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { freePort } from '../../demo/port.js';
import { findPostgresPrograms, NoPostgres, type PostgresPrograms } from '../../scenarios/chaos/postgres-programs.js';
import { OwnPostgres } from './own-postgres.js';

/** A primary and a standby that follows it by streaming replication, both of a test's own. */
export interface StreamingPair {
  primary: OwnPostgres;
  standby: OwnPostgres;
  remove(): Promise<void>;
}

/** What needs a standby: skipped, and its name says so, where PostgreSQL's programs are not there. */
export function describeWithStandby(name: string, cases: (start: () => Promise<StreamingPair>) => void): void {
  const programs = programsHere();
  if (programs) describe(name, () => cases(() => startPair(programs)));
  else
    describe.skip(`${name} (needs initdb, postgres and pg_basebackup with pgvector: PG_BIN)`, () => cases(startNone));
}

const startNone = () => Promise.reject(new Error('there are no programs'));

function programsHere(): PostgresPrograms | null {
  try {
    const programs = findPostgresPrograms();
    return existsSync(join(programs.root, programs.bin, 'pg_basebackup')) ? programs : null;
  } catch (error) {
    if (error instanceof NoPostgres) return null;
    throw error;
  }
}

async function startPair(programs: PostgresPrograms): Promise<StreamingPair> {
  const [primary, standby] = [new OwnPostgres(programs, await freePort()), new OwnPostgres(programs, await freePort())];
  const remove = async () => {
    await standby.remove();
    await primary.remove();
  };
  try {
    await primary.initialise();
    await primary.start();
    await primary.prepare();
    await standby.follow(primary);
    await standby.start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { primary, standby, remove };
}
