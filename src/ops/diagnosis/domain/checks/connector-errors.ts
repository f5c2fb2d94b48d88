import { check } from '../check.js';
import { request } from '../remedy.js';
import { quoted } from '../wording.js';

export const connectorErrors = check({
  id: 'connector_errors',
  section: 'connector_sync',
  title: { en: 'Records can be read', ru: 'Записи читаются' },
  trouble: { en: 'Some records can’t be read', ru: 'Часть записей не читается' },
  needs: ['connectors'],
  look({ connectors, words }) {
    const { say, counted } = words;
    const expected = say('No record waits to be read again.', 'Нет записей, ожидающих повторного чтения.');
    const open = connectors.flatMap(({ connector, errors }) =>
      errors
        .filter(({ operation, status }) => operation === 'record' && status !== 'dead_letter')
        .map((error) => ({ connector, error })),
    );
    if (open.length === 0) return { status: 'ok', observed: say('None waits.', 'Таких нет.'), expected };
    const newest = open[0];
    return {
      status: 'warn',
      observed: say(
        `${counted(open.length, 'record')} could not be read. ${newest ? `${newest.connector}: ${quoted(newest.error.error_message)}` : ''}`,
        `Не удалось прочитать ${counted(open.length, 'record')}. ${newest ? `${newest.connector}: ${quoted(newest.error.error_message)}` : ''}`,
      ),
      expected,
      remedy: [
        request(
          'POST',
          '/connectors/errors/retry',
          say('Reads them again now, whether they are due or not.', 'Читает их заново сейчас, подошёл срок или нет.'),
          {
            ids: open.map(({ error }) => error.id),
          },
        ),
      ],
    };
  },
});
