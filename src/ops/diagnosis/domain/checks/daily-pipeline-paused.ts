import { check } from '../check.js';
import { request } from '../remedy.js';

export const PIPELINE_JOBS: readonly string[] = ['kag_daily_pipeline', 'kag_signals_refresh'];

export const dailyPipelinePaused = check({
  id: 'daily_pipeline_paused',
  section: 'daily_pipeline',
  title: { en: 'The pipeline is not paused', ru: 'Ежедневный расчёт не приостановлен' },
  trouble: { en: 'The pipeline is paused', ru: 'Ежедневный расчёт приостановлен' },
  needs: ['schedule'],
  look({ schedule, words }) {
    const { say } = words;
    const expected = say(`${PIPELINE_JOBS.join(' and ')} are active.`, `${PIPELINE_JOBS.join(' и ')} активны.`);
    const paused = schedule.filter(({ job_type, status }) => PIPELINE_JOBS.includes(job_type) && status === 'paused');
    if (paused.length === 0) return { status: 'ok', observed: say('It is active.', 'Он активен.'), expected };
    return {
      status: 'fail',
      observed: say(
        `${paused.map(({ job_type }) => job_type).join(' and ')} ${paused.length === 1 ? 'is' : 'are'} paused.`,
        `Приостановлено: ${paused.map(({ job_type }) => job_type).join(' и ')}.`,
      ),
      expected,
      remedy: paused.map(({ job_type }) =>
        request(
          'PATCH',
          `/jobs/scheduler/${job_type}`,
          say('It runs again at its next time.', 'Запустится снова в своё время.'),
          { status: 'active' },
        ),
      ),
    };
  },
});
