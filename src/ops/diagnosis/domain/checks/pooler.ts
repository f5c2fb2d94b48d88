import { check } from '../check.js';
import { setVariables } from '../remedy.js';

export const pooler = check({
  id: 'pooler',
  section: 'monitoring',
  title: { en: 'The server gets past its pooler', ru: 'Мимо пулера есть прямой путь к базе' },
  trouble: { en: 'The server has no way past its pooler', ru: 'Мимо пулера нет прямого пути к базе' },
  needs: ['database'],
  look({ database: { pooled }, settings, words }) {
    const { say } = words;
    const expected = say(
      'Where a pooler stands before the database, DATABASE_DIRECT_URL leads past it.',
      'Если перед базой стоит пулер, DATABASE_DIRECT_URL ведёт мимо него.',
    );
    if (!pooled)
      return {
        status: 'ok',
        observed: say('No pooler stands before the database.', 'Пулера перед базой нет.'),
        expected,
      };
    if (settings.DATABASE_DIRECT_URL !== null)
      return {
        status: 'ok',
        observed: say(
          'A pooler stands before the database, and there is a way past it.',
          'Перед базой стоит пулер, и прямой путь мимо него есть.',
        ),
        expected,
      };
    return {
      status: 'warn',
      observed: say(
        'A pooler stands before the database, and DATABASE_DIRECT_URL is not set: the queue looks for its work twice a ' +
          'second instead of being told, and migrations and indexes are held to what the pooler allows.',
        'Перед базой стоит пулер, а DATABASE_DIRECT_URL не задан: очередь дважды в секунду сама ищет работу вместо того, ' +
          'чтобы узнавать о ней, а миграции и индексы ограничены тем, что разрешает пулер.',
      ),
      expected,
      remedy: [
        setVariables(
          words,
          { DATABASE_DIRECT_URL: '<url>' },
          say(
            'The same database, with the host and port of PostgreSQL itself.',
            'Та же база, но с адресом и портом самого PostgreSQL.',
          ),
        ),
      ],
    };
  },
});
