import { check } from '../check.js';
import { advice } from '../remedy.js';
import { DATABASE_MS } from '../limits.js';

export const database = check({
  id: 'database',
  section: 'checklist',
  title: 'The database answers',
  needs: ['database'],
  look({ database: { answered_ms, postgres } }) {
    const observed = `PostgreSQL ${postgres} answered in ${Math.ceil(answered_ms)} ms.`;
    const expected = `It answers within ${DATABASE_MS} ms.`;
    if (answered_ms <= DATABASE_MS) return { status: 'ok', observed, expected };
    return {
      status: 'fail',
      observed,
      expected,
      remedy: [
        advice(
          'Look at the load of the database server and at statements that run long (pg_stat_activity). Probes take this process out of service meanwhile.',
        ),
      ],
    };
  },
});
