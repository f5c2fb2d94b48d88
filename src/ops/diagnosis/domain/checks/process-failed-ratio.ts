import { check } from '../check.js';
import { FAILED_FAIL, FAILED_WARN, LEAST_RUNS } from '../limits.js';
import { request } from '../remedy.js';
import { percent } from '../wording.js';

export const processFailedRatio = check({
  id: 'process_failed_ratio',
  section: 'monitoring',
  title: { en: 'Few runs fail', ru: 'Сбоев мало' },
  trouble: { en: 'Many runs fail', ru: 'Сбоев много' },
  needs: ['processes'],
  look({ processes: { failed_24h: failed, finished_24h: finished }, words }) {
    const { say } = words;
    const ended = failed + finished;
    const expected = say(
      `Less than ${percent(FAILED_WARN)} of the project’s runs of 24 hours.`,
      `Меньше ${percent(FAILED_WARN)} запусков проекта за 24 часа.`,
    );
    const observed = say(
      `${failed} of ${ended} failed${ended === 0 ? '' : ` (${percent(failed / ended)})`}.`,
      `Не удалось: ${failed} из ${ended}${ended === 0 ? '' : ` (${percent(failed / ended)})`}.`,
    );
    if (ended < LEAST_RUNS || failed / ended < FAILED_WARN) return { status: 'ok', observed, expected };
    return {
      status: failed / ended < FAILED_FAIL ? 'warn' : 'fail',
      observed,
      expected,
      remedy: [
        request(
          'GET',
          '/jobs/runs?status=failed',
          say(
            'Shows what failed and why; the share sinks as runs end well.',
            'Показывает, что не удалось и почему; доля падает, когда запуски завершаются успешно.',
          ),
        ),
      ],
    };
  },
});
