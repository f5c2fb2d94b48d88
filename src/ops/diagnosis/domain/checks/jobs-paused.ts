import { check } from '../check.js';
import { request } from '../remedy.js';
import { PIPELINE_JOBS } from './daily-pipeline-paused.js';

export const jobsPaused = check({
  id: 'jobs_paused',
  section: 'checklist',
  title: { en: 'No job is paused', ru: 'Ни одна задача не приостановлена' },
  trouble: { en: 'Jobs are paused', ru: 'Есть приостановленные задачи' },
  needs: ['schedule'],
  look({ schedule, words }) {
    const { say, listed } = words;
    const paused = schedule.filter(({ status, job_type }) => status === 'paused' && !PIPELINE_JOBS.includes(job_type));
    const expected = say('Every scheduled job is active.', 'Активны все задачи по расписанию.');
    if (paused.length === 0)
      return { status: 'ok', observed: say('None is paused.', 'Приостановленных нет.'), expected };
    return {
      status: 'warn',
      observed: say(
        `Paused: ${listed(paused.map((job) => job.job_type))}.`,
        `Приостановлено: ${listed(paused.map((job) => job.job_type))}.`,
      ),
      expected,
      remedy: paused.map(({ job_type }) =>
        request(
          'PATCH',
          `/jobs/scheduler/${job_type}`,
          say(
            'Somebody paused it on purpose; GET /audit tells who.',
            'Кто-то приостановил её намеренно; кто — покажет GET /audit.',
          ),
          {
            status: 'active',
          },
        ),
      ),
    };
  },
});
