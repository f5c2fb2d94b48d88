import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { DAILY_LATE, DAY } from '../limits.js';
import { fillSnapshots, refreshForecasts, refreshRecommendations } from '../kag-remedies.js';
import { ago, quoted, secondsSince } from '../wording.js';

export const dailyPipelineRun = check({
  id: 'daily_pipeline_run',
  section: 'daily_pipeline',
  title: 'The daily run ends well',
  needs: ['schedule', 'kag'],
  look({ schedule, kag, settings, now }) {
    const expected = 'It ended well within the last day, or its steps were done by hand since.';
    const last = schedule.find(({ job_type }) => job_type === 'kag_daily_pipeline')?.last ?? null;
    if (flagOff('signals', settings) !== null) return { status: 'skipped', observed: 'KAG is switched off.', expected };
    const byHand =
      kag.forecasts.length > 0 && kag.forecasts.every(({ generated_at }) => generated_at > (last?.created_at ?? 0));
    const remedy = [fillSnapshots(kag.oldest_event_at, now), refreshForecasts(), refreshRecommendations()];
    if (last === null) return { status: 'ok', observed: 'It has not run yet; it does after midnight, UTC.', expected };
    if (last.status === 'failed' && !byHand)
      return { status: 'fail', observed: quoted(last.error_message ?? 'The last run failed.'), expected, remedy };
    const ended = last.finished_at ?? last.created_at;
    const observed = `The last run is ${last.status}, ${ago(ended, now)}.`;
    if (byHand || secondsSince(ended, now) <= DAY + DAILY_LATE) return { status: 'ok', observed, expected };
    return { status: 'fail', observed, expected, remedy };
  },
});
