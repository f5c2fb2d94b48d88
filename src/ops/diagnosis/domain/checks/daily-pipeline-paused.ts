import { check } from '../check.js';
import { request } from '../remedy.js';

export const PIPELINE_JOBS: readonly string[] = ['kag_daily_pipeline', 'kag_signals_refresh'];

export const dailyPipelinePaused = check({
  id: 'daily_pipeline_paused',
  section: 'daily_pipeline',
  title: 'The pipeline is not paused',
  needs: ['schedule'],
  look({ schedule }) {
    const expected = `${PIPELINE_JOBS.join(' and ')} are active.`;
    const paused = schedule.filter(({ job_type, status }) => PIPELINE_JOBS.includes(job_type) && status === 'paused');
    if (paused.length === 0) return { status: 'ok', observed: 'It is active.', expected };
    return {
      status: 'fail',
      observed: `${paused.map(({ job_type }) => job_type).join(' and ')} ${paused.length === 1 ? 'is' : 'are'} paused.`,
      expected,
      remedy: paused.map(({ job_type }) =>
        request('PATCH', `/jobs/scheduler/${job_type}`, 'It runs again at its next time.', { status: 'active' }),
      ),
    };
  },
});
