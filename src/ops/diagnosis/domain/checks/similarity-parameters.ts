import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { request } from '../remedy.js';
import { listed } from '../wording.js';
import { DEFAULT_WINDOW } from './snapshots-in-window.js';

export const similarityParameters = check({
  id: 'similarity_parameters',
  section: 'similarity_empty',
  title: 'There is something to compare with',
  needs: ['kag'],
  look({ kag: { others, others_with_signature: signed, others_without: without }, settings }) {
    const expected = `Another project of the account scope with a signature of the window that is asked for: 7, 14 or 30 days, ${DEFAULT_WINDOW} unless window_days says otherwise.`;
    if (flagOff('signatures', settings) !== null)
      return { status: 'skipped', observed: 'KAG is switched off.', expected };
    if (others === 0) return { status: 'skipped', observed: 'The project is alone in its account scope.', expected };
    const observed = `Other projects of the scope: ${others}; with a signature of ${DEFAULT_WINDOW} days: ${signed}.`;
    if (signed > 0) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed: `${observed} Without: ${listed(without.map(({ name }) => name))}.`,
      expected,
      remedy: without.flatMap(({ id, name }) => [
        request('POST', `/kag/snapshots/refresh?project_id=${id}`, `Snapshots of ${name}.`),
        request('POST', `/kag/similarity/rebuild?project_id=${id}`, `The signature of ${name}.`, {
          window_days: DEFAULT_WINDOW,
        }),
      ]),
    };
  },
});
