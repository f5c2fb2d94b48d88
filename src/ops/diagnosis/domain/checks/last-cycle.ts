import { check } from '../check.js';
import { CYCLES_MISSED, HOUR } from '../limits.js';
import { request } from '../remedy.js';
import { cycleSeconds, SYNC_CYCLE, syncCycleOf } from '../sync-cycle.js';
import { quoted, secondsSince } from '../wording.js';

export const lastCycle = check({
  id: 'last_cycle',
  section: 'checklist',
  title: { en: 'Sync cycles finish', ru: 'Циклы синхронизации завершаются' },
  trouble: { en: 'Sync cycles don’t finish', ru: 'Циклы синхронизации не завершаются' },
  needs: ['processes', 'schedule'],
  look({ processes, schedule, settings, project, now, words }) {
    const { say, ago, lasting } = words;
    const finished = processes.last_cycle_finished_at;
    const job = syncCycleOf(schedule);
    const limit = CYCLES_MISSED * cycleSeconds(schedule, settings);
    const expected = say(
      `process_finished of ${SYNC_CYCLE} in the event log within ${lasting(limit)}.`,
      `process_finished цикла ${SYNC_CYCLE} в журнале событий не старше чем ${lasting(limit)}.`,
    );
    const remedy = [request('POST', '/connectors/sync', say('Runs a cycle now.', 'Запускает цикл сейчас.'))];
    const failed =
      job?.last?.status === 'failed'
        ? say(
            ` The last run failed: ${quoted(job.last.error_message ?? '')}`,
            ` Последний запуск не удался: ${quoted(job.last.error_message ?? '')}`,
          )
        : '';
    if (finished === null) {
      const span = lasting(processes.cycle_looked_back_seconds);
      const status = secondsSince(project.created_at, now) < HOUR ? 'warn' : 'fail';
      return {
        status,
        observed: say(
          `No cycle has finished in the last ${span}.${failed}`,
          `За последние ${span} ни один цикл не завершился.${failed}`,
        ),
        expected,
        remedy,
      };
    }
    const observed = say(
      `The last one finished ${ago(finished, now)}.${failed}`,
      `Последний завершился ${ago(finished, now)}.${failed}`,
    );
    if (secondsSince(finished, now) <= limit) return { status: 'ok', observed, expected };
    return { status: 'fail', observed, expected, remedy };
  },
});
