import { encodingProblem } from '../../../../common/encoding.js';
import { check } from '../check.js';
import { advice, command } from '../remedy.js';
import { DATABASE_MS } from '../limits.js';

export const database = check({
  id: 'database',
  section: 'checklist',
  title: 'The database answers',
  needs: ['database'],
  look({ database: { answered_ms, postgres, read_only, encoding } }) {
    const observed = `PostgreSQL ${postgres} answered in ${Math.ceil(answered_ms)} ms.`;
    const expected = `It answers within ${DATABASE_MS} ms, takes writes, and keeps text as UTF8.`;
    if (read_only !== null)
      return {
        status: 'fail',
        observed: `${observed} Nothing can be written: ${read_only}.`,
        expected,
        remedy: [
          advice('Name the primary in DATABASE_URL; after a failover that is another one.'),
          command(
            `psql "$DATABASE_URL" -c '\\drds'`,
            'Shows whether default_transaction_read_only is set for the role or the database; ALTER … RESET takes it back.',
          ),
        ],
      };
    const problem = encodingProblem(encoding);
    if (problem) return { status: 'fail', observed: problem.what, expected, remedy: [advice(problem.cure)] };
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
