import { check } from '../check.js';
import type { ConnectorErrorFacts } from '../facts.js';
import { advice, request } from '../remedy.js';
import { quoted } from '../wording.js';

/**
 * What only a person can put right, in the words of the failure: a setting, or a server that the vendor has outgrown.
 */
function causes(errors: readonly ConnectorErrorFacts[]): string[] {
  const open = errors.filter(({ operation, error_kind, error_message }) =>
    operation === 'sync' ? error_kind === 'config' : OUTGROWN.test(error_message),
  );
  return [...new Set(open.map(({ error_message }) => quoted(error_message)))];
}
const OUTGROWN = /update the server/;

export const connectorState = check({
  id: 'connector_state',
  section: 'connector_sync',
  title: { en: 'Syncs end well', ru: 'Синхронизации завершаются успешно' },
  trouble: { en: 'Syncs end badly', ru: 'Синхронизации завершаются с ошибкой' },
  needs: ['connectors'],
  look({ connectors, now, words }) {
    const { say, ago } = words;
    const expected = say(
      'The last sync of every connector ended as ok.',
      'Последняя синхронизация каждого коннектора завершилась успешно.',
    );
    const known = connectors.filter(({ state }) => state !== null);
    if (known.length === 0)
      return {
        status: 'skipped',
        observed: say('Nothing has been synced yet.', 'Синхронизаций ещё не было.'),
        expected,
      };
    const said = known.map(({ connector, state }) => {
      const since = state?.last_success_at
        ? say(
            `, last good ${ago(state.last_success_at, now)}`,
            `, последняя успешная — ${ago(state.last_success_at, now)}`,
          )
        : say(', never good so far', ', успешных ещё не было');
      const error = state?.last_error ? `: ${quoted(state.last_error)}` : '.';
      return say(`${connector} is ${state?.status}${since}${error}`, `${connector}: ${state?.status}${since}${error}`);
    });
    const bad = known.filter(({ state }) => state?.status === 'failed' || state?.status === 'partial');
    const observed = said.join(' ');
    if (bad.length === 0) return { status: 'ok', observed, expected };
    return {
      status: bad.some(({ state }) => state?.status === 'failed') ? 'fail' : 'warn',
      observed,
      expected,
      remedy: bad.flatMap(({ connector, errors }) => [
        ...causes(errors).map((words) => advice(words)),
        request(
          'POST',
          `/connectors/${connector}/sync`,
          say('Tries it now, without waiting for its next time.', 'Пробует сейчас, не дожидаясь срока.'),
        ),
      ]),
    };
  },
});
