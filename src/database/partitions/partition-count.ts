import type { QueryRunner } from 'typeorm';
import type { Config } from '../../config/index.js';

/** Enough that a thousand large projects have some thirty indexes on a partition. */
export const DEFAULT_PARTITIONS = 32;
/** The embedded database is one team's, and each partition is more files to open. */
const EMBEDDED_PARTITIONS = 4;
/** The session's setting by which migrations are told. */
const SETTING = 'kag.partitions';

/** How many partitions tables begin with, where the configuration says nothing else. */
export const partitionsOf = ({ DATABASE_PARTITIONS }: Pick<Config, 'DATABASE_PARTITIONS'>, embedded: boolean): number =>
  DATABASE_PARTITIONS ?? (embedded ? EMBEDDED_PARTITIONS : DEFAULT_PARTITIONS);

/** The statement that tells the migrations of its session how many partitions tables begin with. */
export const installWith = (partitions: number) => `SELECT set_config('${SETTING}', '${Number(partitions)}', false)`;

/** How many partitions a table begins with. It is fixed from then on: rows of a project stay where they are. */
export async function partitionsAtInstall(runner: QueryRunner): Promise<number> {
  const [row] = (await runner.query(`SELECT nullif(current_setting('${SETTING}', true), '')::int AS partitions`)) as {
    partitions: number | null;
  }[];
  return row?.partitions ?? DEFAULT_PARTITIONS;
}
