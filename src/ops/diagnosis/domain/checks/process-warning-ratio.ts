import { check } from '../check.js';
import { LEAST_RUNS, WARNINGS_WARN } from '../limits.js';
import { request } from '../remedy.js';

export const processWarningRatio = check({
  id: 'process_warning_ratio',
  section: 'monitoring',
  title: 'Few runs warn',
  needs: ['processes'],
  look({ processes: { failed_24h, finished_24h, warnings_24h: warnings } }) {
    const ended = failed_24h + finished_24h;
    const expected = `Less than ${WARNINGS_WARN} warnings for each of the project’s runs of 24 hours.`;
    const observed = `${warnings} warnings of ${ended} runs${ended === 0 ? '' : `, ${(warnings / ended).toFixed(2)} for each`}.`;
    if (ended < LEAST_RUNS || warnings / ended < WARNINGS_WARN) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [request('GET', '/kag/events?type=process_warning', 'Shows what they warn of.')],
    };
  },
});
