import { DataSource } from 'typeorm';
import { bringToHead } from '../../src/bring-to-head.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { migrations } from '../../src/database/migrations.js';
import { installWith } from '../../src/database/partitions/index.js';

/** Fewer than in use: each test file empties or clones all of them. */
export const TEST_PARTITIONS = 4;

/** Brings a test database to where test files find it. */
export const toHead = (url: string): Promise<string[]> => bringToHead(url, TEST_PARTITIONS);

/** A session that migrates a test database up and down, by the first so many migrations. */
export async function migrationSource(url: string, known = migrations.length): Promise<DataSource> {
  const options = { ...dataSourceOptions(url, 1), migrations: migrations.slice(0, known) };
  const source = await new DataSource(options).initialize();
  installWith(source, TEST_PARTITIONS);
  return source;
}
