import { check } from '../check.js';
import { request } from '../remedy.js';
import { counted, quoted } from '../wording.js';

const MOST = 1000;

export const deadLetters = check({
  id: 'dead_letters',
  section: 'connector_sync',
  title: 'Nothing was given up',
  needs: ['connectors'],
  look({ connectors }) {
    const expected = 'No error is a dead letter.';
    const dead = connectors.filter(({ dead_letters }) => dead_letters > 0);
    if (dead.length === 0) return { status: 'ok', observed: 'There is none.', expected };
    const total = dead.reduce((sum, { dead_letters }) => sum + dead_letters, 0);
    const newest = dead.flatMap(({ errors }) => errors).find(({ status }) => status === 'dead_letter');
    return {
      status: 'fail',
      observed: `${counted(total, 'dead letter')} of ${dead.map(({ connector }) => connector).join(', ')}. ${newest ? quoted(newest.error_message) : ''}`,
      expected,
      remedy: [
        request('POST', '/connectors/errors/retry', 'Tries them once more; what is still wrong comes back.', {
          include_dead_letter: true,
          limit: Math.min(MOST, Math.max(100, total)),
        }),
      ],
    };
  },
});
