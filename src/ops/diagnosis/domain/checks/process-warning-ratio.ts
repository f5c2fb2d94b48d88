import { check } from '../check.js';
import { LEAST_RUNS, WARNINGS_WARN } from '../limits.js';
import { request } from '../remedy.js';

export const processWarningRatio = check({
  id: 'process_warning_ratio',
  section: 'monitoring',
  title: { en: 'Few runs warn', ru: 'Предупреждений мало' },
  trouble: { en: 'Many runs warn', ru: 'Предупреждений много' },
  needs: ['processes'],
  look({ processes: { failed_24h, finished_24h, warnings_24h: warnings }, words }) {
    const { say } = words;
    const ended = failed_24h + finished_24h;
    const expected = say(
      `Less than ${WARNINGS_WARN} warnings for each of the project’s runs of 24 hours.`,
      `Меньше ${WARNINGS_WARN} предупреждения на запуск проекта за 24 часа.`,
    );
    const observed = say(
      `${warnings} warnings of ${ended} runs${ended === 0 ? '' : `, ${(warnings / ended).toFixed(2)} for each`}.`,
      `Предупреждений: ${warnings}, запусков: ${ended}${ended === 0 ? '' : `, в среднем ${(warnings / ended).toFixed(2)}`}.`,
    );
    if (ended < LEAST_RUNS || warnings / ended < WARNINGS_WARN) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [
        request(
          'GET',
          '/kag/events?type=process_warning',
          say('Shows what they warn of.', 'Показывает, о чём они предупреждают.'),
        ),
      ],
    };
  },
});
