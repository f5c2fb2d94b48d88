import { check } from '../check.js';
import { dueGrace } from '../limits.js';
import { advice, command, request } from '../remedy.js';
import { counted, lasting, listed, secondsSince } from '../wording.js';

export const dueJobs = check({
  id: 'due_jobs',
  section: 'checklist',
  title: 'Due jobs are taken',
  needs: ['schedule'],
  look({ schedule, settings, project, now }) {
    const grace = dueGrace(settings.DISPATCH_INTERVAL_SECONDS);
    if (schedule.length === 0 && secondsSince(project.created_at, now) > grace)
      return {
        status: 'fail',
        observed: 'The project has no scheduled jobs: no worker has seen it yet.',
        expected: `A new project gets its jobs within ${lasting(grace)}.`,
        remedy: [command('ROLE=worker npm start', 'A worker that starts gives every project its jobs.')],
      };
    const expected = `A due job is taken, and a queued one begun, within ${lasting(grace)}.`;
    const late = schedule.filter((job) => job.status === 'active' && secondsSince(job.next_run_at, now) > grace);
    const waiting = schedule.filter(
      ({ last }) => last?.status === 'queued' && secondsSince(last.created_at, now) > grace,
    );
    if (late.length + waiting.length === 0) {
      const due = schedule.filter((job) => job.status === 'active' && job.next_run_at <= now).length;
      return { status: 'ok', observed: `${counted(due, 'job')} due, none of them for long.`, expected };
    }
    const said = [
      ...late.map((job) => `${job.job_type} is due for ${lasting(secondsSince(job.next_run_at, now))}`),
      ...waiting.map(
        ({ job_type, last }) =>
          `${job_type} is queued for ${last ? lasting(secondsSince(last.created_at, now)) : 'long'}`,
      ),
    ];
    return {
      status: 'fail',
      observed: `${listed(said)}.`,
      expected,
      remedy: [
        ...(late.length > 0
          ? [request('POST', '/jobs/scheduler/tick', 'Queues what is due now; a worker has to be running to do it.')]
          : []),
        ...(waiting.length > 0
          ? [advice('Start more processes with ROLE=worker, or raise WORKER_CONCURRENCY: those there are busy.')]
          : []),
      ],
    };
  },
});
