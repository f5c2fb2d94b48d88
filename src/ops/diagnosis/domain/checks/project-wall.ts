import { check } from '../check.js';
import { command } from '../remedy.js';

export const projectWall = check({
  id: 'project_wall',
  section: 'monitoring',
  title: { en: 'The database itself keeps projects apart', ru: 'Проекты разделяет сама база' },
  trouble: { en: 'The database does not keep projects apart', ru: 'База не разделяет проекты' },
  needs: ['wall'],
  look({ wall, words: { say } }) {
    const expected = say(
      'Row-level security stands under every table with a project’s rows, and this login may enter it.',
      'Под каждой таблицей со строками проектов включена защита строк, и этот пользователь базы может в неё войти.',
    );
    if (wall === null)
      return {
        status: 'ok',
        observed: say('It stands under every table, and is entered.', 'Она включена под каждой таблицей и работает.'),
        expected,
      };
    const { lacks, roles, migrate } = wall;
    return {
      status: 'warn',
      observed: say(
        `It does not stand: ${lacks.join(', ')}. Only the server’s own queries keep projects apart.`,
        `Её нет: ${lacks.join(', ')}. Проекты разделяют только запросы самого сервера.`,
      ),
      expected,
      remedy: [
        ...roles.map((statement) =>
          command(
            `psql "$DATABASE_URL" -c '${statement.replaceAll("'", `'\\''`)}'`,
            say(
              'As a role that may make roles: this login may not.',
              'От имени роли, которой можно создавать роли: этому пользователю нельзя.',
            ),
          ),
        ),
        ...(migrate
          ? [
              command(
                'npm run migrate',
                say(
                  'As the owner of the tables; then start all processes again.',
                  'От имени владельца таблиц; затем перезапустите все процессы.',
                ),
              ),
            ]
          : []),
      ],
    };
  },
});
