import { check } from '../check.js';
import { command } from '../remedy.js';
import { listed } from '../wording.js';

export const migrations = check({
  id: 'migrations',
  section: 'monitoring',
  title: 'The schema is at head',
  needs: ['database'],
  look({ database: { pending_migrations: pending } }) {
    const expected = 'Every migration of this version has run.';
    if (pending.length === 0) return { status: 'ok', observed: 'None is pending.', expected };
    return {
      status: 'fail',
      observed: `Pending: ${listed(pending)}.`,
      expected,
      remedy: [command('npm run migrate', 'Brings the schema to head; processes need no restart.')],
    };
  },
});
