import { isBelow } from '../../../../common/version.js';
import { check } from '../check.js';
import { PGVECTOR_ADVISED, PGVECTOR_LEAST } from '../limits.js';
import { command } from '../remedy.js';

export const pgvector = check({
  id: 'pgvector',
  section: 'monitoring',
  title: { en: 'pgvector is new enough', ru: 'Версия pgvector достаточно новая' },
  trouble: { en: 'pgvector is missing or too old', ru: 'pgvector нет, или он слишком старый' },
  needs: ['database'],
  look({ database: { pgvector: version }, words }) {
    const { say } = words;
    const expected = say(
      `pgvector ${PGVECTOR_ADVISED.join('.')} or newer; below ${PGVECTOR_LEAST.join('.')} the server refuses to start.`,
      `pgvector ${PGVECTOR_ADVISED.join('.')} или новее; ниже ${PGVECTOR_LEAST.join('.')} сервер не запускается.`,
    );
    if (version === null)
      return {
        status: 'fail',
        observed: say('The database does not have the extension vector.', 'В базе нет расширения vector.'),
        expected,
        remedy: [
          command(
            'npm run migrate',
            say(
              'Creates it, once the package is installed on the database server.',
              'Создаёт его, когда пакет установлен на сервере базы.',
            ),
          ),
        ],
      };
    const observed = `pgvector ${version}.`;
    if (!isBelow(version, PGVECTOR_ADVISED)) return { status: 'ok', observed, expected };
    return {
      status: isBelow(version, PGVECTOR_LEAST) ? 'fail' : 'warn',
      observed: say(
        `${observed}${isBelow(version, PGVECTOR_LEAST) ? '' : ' Its HNSW index has known faults.'}`,
        `${observed}${isBelow(version, PGVECTOR_LEAST) ? '' : ' У его индекса HNSW известные ошибки.'}`,
      ),
      expected,
      remedy: [
        command(
          `psql "$DATABASE_URL" -c 'ALTER EXTENSION vector UPDATE'`,
          say(
            'After a newer package was installed on the database server.',
            'После установки более нового пакета на сервере базы.',
          ),
        ),
      ],
    };
  },
});
