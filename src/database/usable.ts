import { assertCoordinator } from './distribution/placement.js';
import { assertUtf8 } from './encoding.js';
import { openDatabase } from './open-database.js';
import { assertPgvector } from './pgvector-version.js';

/**
 * Whether the server can work on this database at all, asked once before it starts: what is looked at here does not
 * change while it runs, and would show later as lost text or as failures that say nothing.
 * @throws AppError `service_unavailable` with what is wrong and what cures it
 */
export async function assertUsable(url: string): Promise<void> {
  const open = await openDatabase(url, 1);
  try {
    const query = (text: string) => open.database.query(text);
    await assertUtf8(query);
    await assertPgvector(query);
    await assertCoordinator(query);
  } finally {
    await open.close();
  }
}
