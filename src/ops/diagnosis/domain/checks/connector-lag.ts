import { check } from '../check.js';
import { LAG_FAIL, LAG_WARN } from '../limits.js';
import { request } from '../remedy.js';
import { secondsSince } from '../wording.js';

export const connectorLag = check({
  id: 'connector_lag',
  section: 'monitoring',
  title: { en: 'Connectors keep up', ru: 'Коннекторы не отстают' },
  trouble: { en: 'Connectors lag behind', ru: 'Коннекторы отстают' },
  needs: ['connectors'],
  look({ connectors, now, words }) {
    const { say, lasting } = words;
    const expected = say(
      `A good sync of each within ${lasting(LAG_WARN)}.`,
      `Успешная синхронизация каждого не дольше чем ${lasting(LAG_WARN)} назад.`,
    );
    const lags = connectors.flatMap(({ connector, state, missing, barred }) =>
      state?.last_success_at && missing.length === 0 && barred === null
        ? [{ connector, lag: secondsSince(state.last_success_at, now) }]
        : [],
    );
    if (lags.length === 0)
      return {
        status: 'skipped',
        observed: say('No connector has synced well yet.', 'Успешных синхронизаций ещё не было.'),
        expected,
      };
    const observed = say(
      `Last good sync: ${lags.map(({ connector, lag }) => `${connector} ${lasting(lag)} ago`).join(', ')}.`,
      `Последняя успешная синхронизация: ${lags.map(({ connector, lag }) => `${connector} — ${lasting(lag)} назад`).join(', ')}.`,
    );
    const worst = Math.max(...lags.map(({ lag }) => lag));
    if (worst <= LAG_WARN) return { status: 'ok', observed, expected };
    return {
      status: worst > LAG_FAIL ? 'fail' : 'warn',
      observed,
      expected,
      remedy: lags
        .filter(({ lag }) => lag > LAG_WARN)
        .map(({ connector }) =>
          request('POST', `/connectors/${connector}/sync`, say('Syncs it now.', 'Запускает синхронизацию сейчас.')),
        ),
    };
  },
});
