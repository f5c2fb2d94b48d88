import { check } from '../check.js';
import { request } from '../remedy.js';
import { quoted } from '../wording.js';

const MOST = 1000;

export const deadLetters = check({
  id: 'dead_letters',
  section: 'connector_sync',
  title: { en: 'Nothing was given up', ru: 'Ни от одной записи не отказались' },
  trouble: { en: 'Records were given up', ru: 'От записей отказались' },
  needs: ['connectors'],
  look({ connectors, words }) {
    const { say, counted } = words;
    const expected = say('No error is a dead letter.', 'Записей, от которых отказались, нет.');
    const dead = connectors.filter(({ dead_letters }) => dead_letters > 0);
    if (dead.length === 0) return { status: 'ok', observed: say('There is none.', 'Таких нет.'), expected };
    const total = dead.reduce((sum, { dead_letters }) => sum + dead_letters, 0);
    const newest = dead.flatMap(({ errors }) => errors).find(({ status }) => status === 'dead_letter');
    return {
      status: 'fail',
      observed: say(
        `${counted(total, 'dead letter')} of ${dead.map(({ connector }) => connector).join(', ')}. ${newest ? quoted(newest.error_message) : ''}`,
        `Отказались от ${counted(total, 'dead letter')}: ${dead.map(({ connector }) => connector).join(', ')}. ${newest ? quoted(newest.error_message) : ''}`,
      ),
      expected,
      remedy: [
        request(
          'POST',
          '/connectors/errors/retry',
          say(
            'Tries them once more; what is still wrong comes back.',
            'Пробует ещё раз; то, что по-прежнему не читается, вернётся.',
          ),
          {
            include_dead_letter: true,
            limit: Math.min(MOST, Math.max(100, total)),
          },
        ),
      ],
    };
  },
});
