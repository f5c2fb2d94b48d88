import { check } from '../check.js';
import { request } from '../remedy.js';
import { listed } from '../wording.js';
import { PIPELINE_JOBS } from './daily-pipeline-paused.js';

export const jobsPaused = check({
  id: 'jobs_paused',
  section: 'checklist',
  title: 'No job is paused',
  needs: ['schedule'],
  look({ schedule }) {
    const paused = schedule.filter(({ status, job_type }) => status === 'paused' && !PIPELINE_JOBS.includes(job_type));
    const expected = 'Every scheduled job is active.';
    if (paused.length === 0) return { status: 'ok', observed: 'None is paused.', expected };
    return {
      status: 'warn',
      observed: `Paused: ${listed(paused.map((job) => job.job_type))}.`,
      expected,
      remedy: paused.map(({ job_type }) =>
        request('PATCH', `/jobs/scheduler/${job_type}`, 'Somebody paused it on purpose; GET /audit tells who.', {
          status: 'active',
        }),
      ),
    };
  },
});
