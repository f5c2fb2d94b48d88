import { migrate, raiseWall } from './database/index.js';
import { installQueue } from './jobs/index.js';

/**
 * Makes all that the server needs in the database: its own schema, the queue's, and the wall. Returns what was done, in
 * order. Afterwards no process needs a right to make or change tables.
 * @param partitions of large tables, where they are made now
 */
export async function bringToHead(url: string, partitions?: number): Promise<string[]> {
  return [...(await migrate(url, partitions)), ...(await installQueue(url)), ...(await raiseWall(url))];
}
