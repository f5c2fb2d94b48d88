import { check } from '../check.js';
import { command } from '../remedy.js';

export const migrations = check({
  id: 'migrations',
  section: 'monitoring',
  title: { en: 'The schema is at head', ru: 'Схема базы на последней версии' },
  trouble: { en: 'The schema is behind', ru: 'Схема базы отстаёт' },
  needs: ['database'],
  look({ database: { pending_migrations: pending }, words }) {
    const { say, listed } = words;
    const expected = say('Every migration of this version has run.', 'Выполнены все миграции этой версии.');
    if (pending.length === 0) return { status: 'ok', observed: say('None is pending.', 'Ожидающих нет.'), expected };
    return {
      status: 'fail',
      observed: say(`Pending: ${listed(pending)}.`, `Ожидают: ${listed(pending)}.`),
      expected,
      remedy: [
        command(
          'npm run migrate',
          say(
            'Brings the schema to head; processes need no restart.',
            'Доводит схему до последней версии; перезапускать процессы не нужно.',
          ),
        ),
      ],
    };
  },
});
