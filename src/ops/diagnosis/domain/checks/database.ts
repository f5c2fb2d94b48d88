import { encodingProblem } from '../../../../common/encoding.js';
import { check } from '../check.js';
import { advice, command } from '../remedy.js';
import { DATABASE_MS } from '../limits.js';

export const database = check({
  id: 'database',
  section: 'checklist',
  title: { en: 'The database answers', ru: 'База данных отвечает' },
  trouble: {
    en: 'The database is slow, read-only, or in a wrong encoding',
    ru: 'База отвечает медленно, не пишет или в чужой кодировке',
  },
  needs: ['database'],
  look({ database: { answered_ms, postgres, read_only, encoding }, words }) {
    const { say } = words;
    const observed = say(
      `PostgreSQL ${postgres} answered in ${Math.ceil(answered_ms)} ms.`,
      `PostgreSQL ${postgres} ответил за ${Math.ceil(answered_ms)} мс.`,
    );
    const expected = say(
      `It answers within ${DATABASE_MS} ms, takes writes, and keeps text as UTF8.`,
      `Она отвечает за ${DATABASE_MS} мс, принимает записи и хранит тексты в UTF8.`,
    );
    if (read_only !== null)
      return {
        status: 'fail',
        observed: say(
          `${observed} Nothing can be written: ${read_only}.`,
          `${observed} Запись невозможна: ${read_only}.`,
        ),
        expected,
        remedy: [
          advice(
            say(
              'Name the primary in DATABASE_URL; after a failover that is another one.',
              'Укажите в DATABASE_URL основной сервер; после переключения это другой сервер.',
            ),
          ),
          command(
            `psql "$DATABASE_URL" -c '\\drds'`,
            say(
              'Shows whether default_transaction_read_only is set for the role or the database; ALTER … RESET takes it back.',
              'Показывает, задан ли default_transaction_read_only для роли или базы; отменяет его ALTER … RESET.',
            ),
          ),
        ],
      };
    const problem = encodingProblem(encoding);
    if (problem)
      return {
        status: 'fail',
        observed: say(
          problem.what,
          `База хранит тексты в ${encoding}, а нужна кодировка UTF8: сообщения приходят на любом языке.`,
        ),
        expected,
        remedy: [
          advice(
            say(
              problem.cure,
              "Создайте другую базу и укажите её в DATABASE_URL: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8'.",
            ),
          ),
        ],
      };
    if (answered_ms <= DATABASE_MS) return { status: 'ok', observed, expected };
    return {
      status: 'fail',
      observed,
      expected,
      remedy: [
        advice(
          say(
            'Look at the load of the database server and at statements that run long (pg_stat_activity). Probes take this process out of service meanwhile.',
            'Посмотрите на нагрузку сервера базы и на долгие запросы (pg_stat_activity). Пока так, пробы выводят этот процесс из работы.',
          ),
        ),
      ],
    };
  },
});
