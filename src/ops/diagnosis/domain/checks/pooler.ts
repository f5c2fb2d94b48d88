import { check } from '../check.js';
import { setVariables } from '../remedy.js';

export const pooler = check({
  id: 'pooler',
  section: 'monitoring',
  title: 'The server gets past its pooler',
  needs: ['database'],
  look({ database: { pooled }, settings }) {
    const expected = 'Where a pooler stands before the database, DATABASE_DIRECT_URL leads past it.';
    if (!pooled) return { status: 'ok', observed: 'No pooler stands before the database.', expected };
    if (settings.DATABASE_DIRECT_URL !== null)
      return { status: 'ok', observed: 'A pooler stands before the database, and there is a way past it.', expected };
    return {
      status: 'warn',
      observed:
        'A pooler stands before the database, and DATABASE_DIRECT_URL is not set: the queue looks for its work twice a second ' +
        'instead of being told, and migrations and indexes are held to what the pooler allows.',
      expected,
      remedy: [
        setVariables(
          { DATABASE_DIRECT_URL: '<url>' },
          'The same database, with the host and port of PostgreSQL itself.',
        ),
      ],
    };
  },
});
