import { check } from '../check.js';
import { dueGrace } from '../limits.js';
import { advice, command, request } from '../remedy.js';
import { secondsSince } from '../wording.js';

export const dueJobs = check({
  id: 'due_jobs',
  section: 'checklist',
  title: { en: 'Due jobs are taken', ru: 'Задачи запускаются в срок' },
  trouble: { en: 'Due jobs are not taken', ru: 'Задачи не запускаются в срок' },
  needs: ['schedule'],
  look({ schedule, settings, project, now, words }) {
    const { say, counted, lasting, listed } = words;
    const grace = dueGrace(settings.DISPATCH_INTERVAL_SECONDS);
    if (schedule.length === 0 && secondsSince(project.created_at, now) > grace)
      return {
        status: 'fail',
        observed: say(
          'The project has no scheduled jobs: no worker has seen it yet.',
          'У проекта нет задач по расписанию: его ещё не видел ни один воркер.',
        ),
        expected: say(
          `A new project gets its jobs within ${lasting(grace)}.`,
          `Новый проект получает свои задачи за ${lasting(grace)}.`,
        ),
        remedy: [
          command(
            'ROLE=worker npm start',
            say(
              'A worker that starts gives every project its jobs.',
              'При запуске воркер даёт каждому проекту его задачи.',
            ),
          ),
        ],
      };
    const expected = say(
      `A due job is taken, and a queued one begun, within ${lasting(grace)}.`,
      `Задача, которой подошёл срок, берётся за ${lasting(grace)}, и за столько же начинается та, что в очереди.`,
    );
    const late = schedule.filter((job) => job.status === 'active' && secondsSince(job.next_run_at, now) > grace);
    const waiting = schedule.filter(
      ({ last }) => last?.status === 'queued' && secondsSince(last.created_at, now) > grace,
    );
    if (late.length + waiting.length === 0) {
      const due = schedule.filter((job) => job.status === 'active' && job.next_run_at <= now).length;
      return {
        status: 'ok',
        observed: say(
          `${counted(due, 'job')} due, none of them for long.`,
          `${counted(due, 'job')} к запуску, ни одна не ждёт долго.`,
        ),
        expected,
      };
    }
    const said = [
      ...late.map((job) =>
        say(
          `${job.job_type} has been due for ${lasting(secondsSince(job.next_run_at, now))}`,
          `${job.job_type} ждёт запуска уже ${lasting(secondsSince(job.next_run_at, now))}`,
        ),
      ),
      ...waiting.map(({ job_type, last }) =>
        say(
          `${job_type} has been queued for ${last ? lasting(secondsSince(last.created_at, now)) : 'long'}`,
          `${job_type} в очереди уже ${last ? lasting(secondsSince(last.created_at, now)) : 'давно'}`,
        ),
      ),
    ];
    return {
      status: 'fail',
      observed: `${listed(said)}.`,
      expected,
      remedy: [
        ...(late.length > 0
          ? [
              request(
                'POST',
                '/jobs/scheduler/tick',
                say(
                  'Queues what is due now; a worker has to be running to do it.',
                  'Ставит в очередь то, чему подошёл срок; выполнит это работающий воркер.',
                ),
              ),
            ]
          : []),
        ...(waiting.length > 0
          ? [
              advice(
                say(
                  'Start more processes with ROLE=worker, or raise WORKER_CONCURRENCY: those there are busy.',
                  'Запустите больше процессов с ROLE=worker или увеличьте WORKER_CONCURRENCY: нынешние заняты.',
                ),
              ),
            ]
          : []),
      ],
    };
  },
});
