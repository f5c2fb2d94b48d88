import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { DAILY_LATE, DAY } from '../limits.js';
import { fillSnapshots, refreshForecasts, refreshRecommendations } from '../kag-remedies.js';
import { quoted, secondsSince } from '../wording.js';

export const dailyPipelineRun = check({
  id: 'daily_pipeline_run',
  section: 'daily_pipeline',
  title: { en: 'The daily run ends well', ru: 'Ежедневный расчёт завершается успешно' },
  trouble: { en: 'The daily run failed or is late', ru: 'Ежедневный расчёт не удался или опаздывает' },
  needs: ['schedule', 'kag'],
  look({ schedule, kag, settings, now, words }) {
    const { say, ago, lasting } = words;
    const job = schedule.find(({ job_type }) => job_type === 'kag_daily_pipeline');
    const every = Math.max(DAY, job?.cadence_seconds ?? DAY);
    const expected = say(
      `It ended well no longer than ${lasting(every)} ago, or its steps were done by hand since.`,
      `Он успешно завершился не раньше чем ${lasting(every)} назад, или его шаги с тех пор выполнили вручную.`,
    );
    const last = job?.last ?? null;
    if (flagOff('signals', settings) !== null)
      return { status: 'skipped', observed: say('KAG is switched off.', 'KAG выключен.'), expected };
    const byHand =
      kag.forecasts.length > 0 && kag.forecasts.every(({ generated_at }) => generated_at > (last?.created_at ?? 0));
    const remedy = [
      fillSnapshots(kag.oldest_event_at, now, words),
      refreshForecasts(words),
      refreshRecommendations(words),
    ];
    if (last === null)
      return {
        status: 'ok',
        observed: say(
          'It has not run yet; it does after midnight, UTC.',
          'Он ещё не запускался: запускается после полуночи по UTC.',
        ),
        expected,
      };
    if (last.status === 'failed' && !byHand)
      return {
        status: 'fail',
        observed: quoted(last.error_message ?? say('The last run failed.', 'Последний запуск не удался.')),
        expected,
        remedy,
      };
    const ended = last.finished_at ?? last.created_at;
    const observed = say(
      `The last run is ${last.status}, ${ago(ended, now)}.`,
      `Последний запуск: ${last.status}, ${ago(ended, now)}.`,
    );
    if (byHand || secondsSince(ended, now) <= every + DAILY_LATE) return { status: 'ok', observed, expected };
    return { status: 'fail', observed, expected, remedy };
  },
});
