import { check } from '../check.js';
import { LAG_FAIL, LAG_FAIL_CYCLES, LAG_WARN, LAG_WARN_CYCLES } from '../limits.js';
import { request } from '../remedy.js';
import { cycleSeconds } from '../sync-cycle.js';
import { secondsSince } from '../wording.js';

export const connectorLag = check({
  id: 'connector_lag',
  section: 'monitoring',
  title: { en: 'Connectors keep up', ru: 'Коннекторы не отстают' },
  trouble: { en: 'Connectors lag behind', ru: 'Коннекторы отстают' },
  needs: ['connectors', 'schedule'],
  look({ connectors, schedule, settings, now, words }) {
    const { say, lasting } = words;
    const cycle = cycleSeconds(schedule, settings);
    const warnAfter = Math.max(LAG_WARN, LAG_WARN_CYCLES * cycle);
    const failAfter = Math.max(LAG_FAIL, LAG_FAIL_CYCLES * cycle);
    const expected = say(
      `A good sync of each within ${lasting(warnAfter)}.`,
      `Успешная синхронизация каждого не дольше чем ${lasting(warnAfter)} назад.`,
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
    if (worst <= warnAfter) return { status: 'ok', observed, expected };
    return {
      status: worst > failAfter ? 'fail' : 'warn',
      observed,
      expected,
      remedy: lags
        .filter(({ lag }) => lag > warnAfter)
        .map(({ connector }) =>
          request('POST', `/connectors/${connector}/sync`, say('Syncs it now.', 'Запускает синхронизацию сейчас.')),
        ),
    };
  },
});
