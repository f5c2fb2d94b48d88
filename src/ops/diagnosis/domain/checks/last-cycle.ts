import { check } from '../check.js';
import { CYCLES_MISSED, HOUR } from '../limits.js';
import { request } from '../remedy.js';
import { ago, lasting, quoted, secondsSince } from '../wording.js';

const CYCLE = 'connectors_sync_cycle';
const CADENCE = 900;

export const lastCycle = check({
  id: 'last_cycle',
  section: 'checklist',
  title: 'Sync cycles finish',
  needs: ['processes', 'schedule'],
  look({ processes: { last_cycle_finished_at: finished }, schedule, settings, project, now }) {
    const job = schedule.find(({ job_type }) => job_type === CYCLE);
    const limit = CYCLES_MISSED * Math.max(job?.cadence_seconds ?? CADENCE, settings.DISPATCH_INTERVAL_SECONDS);
    const expected = `process_finished of ${CYCLE} in the event log within ${lasting(limit)}.`;
    const remedy = [request('POST', '/connectors/sync', 'Runs a cycle now.')];
    const failed =
      job?.last?.status === 'failed' ? ` The last run failed: ${quoted(job.last.error_message ?? '')}` : '';
    if (finished === null) {
      const status = secondsSince(project.created_at, now) < HOUR ? 'warn' : 'fail';
      return { status, observed: `No cycle has finished in the last 7 days.${failed}`, expected, remedy };
    }
    const observed = `The last one finished ${ago(finished, now)}.${failed}`;
    if (secondsSince(finished, now) <= limit) return { status: 'ok', observed, expected };
    return { status: 'fail', observed, expected, remedy };
  },
});
