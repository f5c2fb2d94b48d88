import { distribute } from '../../src/database/distribution/distribute.js';
import { bringToHead } from '../../src/bring-to-head.js';
import { withClient } from './test-database.js';

/** Fewer than in use: each test file clones all of them. */
const SHARDS = 4;

/**
 * Makes an empty database a cluster of one server, with all of the schema, whose rows are spread over its own shards.
 * Citus plans, and refuses, as it does with more servers; and the database can be cloned.
 */
export async function distributed(url: string): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  await withClient(url, async (client) => {
    await client.query(`ALTER DATABASE ${pathname.slice(1)} SET citus.shard_count = ${SHARDS}`);
    await client.query('CREATE EXTENSION citus');
    await client.query('SELECT citus_set_coordinator_host($1, $2)', [hostname, Number(port)]);
    await client.query(`SELECT citus_set_node_property($1, $2, 'shouldhaveshards', true)`, [hostname, Number(port)]);
  });
  await bringToHead(url, 1);
  await distribute(url);
}
