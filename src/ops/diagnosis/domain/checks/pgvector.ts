import { isBelow } from '../../../../common/version.js';
import { check } from '../check.js';
import { PGVECTOR_ADVISED, PGVECTOR_LEAST } from '../limits.js';
import { command } from '../remedy.js';

export const pgvector = check({
  id: 'pgvector',
  section: 'monitoring',
  title: 'pgvector is new enough',
  needs: ['database'],
  look({ database: { pgvector: version } }) {
    const expected = `pgvector ${PGVECTOR_ADVISED.join('.')} or newer; below ${PGVECTOR_LEAST.join('.')} the server refuses to start.`;
    if (version === null)
      return {
        status: 'fail',
        observed: 'The database does not have the extension vector.',
        expected,
        remedy: [command('npm run migrate', 'Creates it, once the package is installed on the database server.')],
      };
    const observed = `pgvector ${version}.`;
    if (!isBelow(version, PGVECTOR_ADVISED)) return { status: 'ok', observed, expected };
    return {
      status: isBelow(version, PGVECTOR_LEAST) ? 'fail' : 'warn',
      observed: `${observed}${isBelow(version, PGVECTOR_LEAST) ? '' : ' Its HNSW index has known faults.'}`,
      expected,
      remedy: [
        command(
          `psql "$DATABASE_URL" -c 'ALTER EXTENSION vector UPDATE'`,
          'After a newer package was installed on the database server.',
        ),
      ],
    };
  },
});
