import type { DataSource, QueryRunner } from 'typeorm';
import type { Config } from '../../config/index.js';

/** Enough that a thousand large projects have some thirty indexes on a partition. */
export const DEFAULT_PARTITIONS = 32;
/** The embedded database is one team's, and each partition is more files to open. */
const EMBEDDED_PARTITIONS = 4;
/** How many partitions tables begin with, where the configuration says nothing else. */
export const partitionsOf = ({ DATABASE_PARTITIONS }: Pick<Config, 'DATABASE_PARTITIONS'>, embedded: boolean): number =>
  DATABASE_PARTITIONS ?? (embedded ? EMBEDDED_PARTITIONS : DEFAULT_PARTITIONS);

/** What the migrations of a data source are told. A pooler keeps no settings of a session that could tell them. */
const told = new WeakMap<DataSource, number>();

/** Tells the migrations of a data source how many partitions tables begin with. */
export function installWith(source: DataSource, partitions: number): void {
  told.set(source, partitions);
}

/** How many partitions a table begins with. It is fixed from then on: rows of a project stay where they are. */
export const partitionsAtInstall = ({ connection }: QueryRunner): number => told.get(connection) ?? DEFAULT_PARTITIONS;
