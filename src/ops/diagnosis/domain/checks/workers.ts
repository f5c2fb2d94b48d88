import { check } from '../check.js';
import { command } from '../remedy.js';
import { ago, counted, listed, secondsSince } from '../wording.js';

export const workers = check({
  id: 'workers',
  section: 'monitoring',
  title: 'Workers are alive',
  needs: ['workers'],
  look({ workers: known, now }) {
    const expected = 'A process with ROLE=worker or all that says every few seconds that it lives.';
    const quiet = (at: Date, seconds: number) => secondsSince(at, now) > seconds;
    const live = known.filter((one) => !one.stopped && !quiet(one.heartbeat_at, one.quiet_after_seconds));
    const silent = known.filter((one) => !one.stopped && quiet(one.heartbeat_at, one.quiet_after_seconds));
    const said =
      silent.length === 0
        ? ''
        : ` Silent: ${listed(silent.map((one) => `${one.host}:${one.pid} since ${ago(one.heartbeat_at, now)}`))}.`;
    const observed = `${counted(live.length, 'worker')} alive.${said}`;
    if (live.length > 0) return { status: 'ok', observed, expected };
    return {
      status: 'fail',
      observed: known.length === 0 ? `${observed} None was ever seen.` : observed,
      expected,
      remedy: [command('ROLE=worker npm start', 'Starts a worker; in Kubernetes, see why its pods do not run.')],
    };
  },
});
