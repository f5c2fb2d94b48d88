import { check } from '../check.js';
import { command } from '../remedy.js';

export const projectWall = check({
  id: 'project_wall',
  section: 'monitoring',
  title: 'The database itself keeps projects apart',
  needs: ['wall'],
  look({ wall }) {
    const expected = 'Row-level security stands under every table with a project’s rows, and this login may enter it.';
    if (wall === null) return { status: 'ok', observed: 'It stands under every table, and is entered.', expected };
    const { lacks, roles, migrate } = wall;
    return {
      status: 'warn',
      observed: `It does not stand: ${lacks.join(', ')}. Only the server’s own questions keep projects apart.`,
      expected,
      remedy: [
        ...roles.map((statement) =>
          command(
            `psql "$DATABASE_URL" -c '${statement.replaceAll("'", `'\\''`)}'`,
            'As a role that may make roles: this login may not.',
          ),
        ),
        ...(migrate ? [command('npm run migrate', 'As the owner of the tables; then start all processes again.')] : []),
      ],
    };
  },
});
