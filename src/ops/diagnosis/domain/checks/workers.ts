import { check } from '../check.js';
import { command } from '../remedy.js';
import { secondsSince } from '../wording.js';

export const workers = check({
  id: 'workers',
  section: 'monitoring',
  title: { en: 'Workers are alive', ru: 'Воркеры живы' },
  trouble: { en: 'No worker is alive', ru: 'Ни один воркер не отвечает' },
  needs: ['workers'],
  look({ workers: known, now, words }) {
    const { say, ago, counted, listed } = words;
    const expected = say(
      'A process with ROLE=worker or all that says every few seconds that it lives.',
      'Процесс с ROLE=worker или all, который каждые несколько секунд сообщает, что жив.',
    );
    const quiet = (at: Date, seconds: number) => secondsSince(at, now) > seconds;
    const live = known.filter((one) => !one.stopped && !quiet(one.heartbeat_at, one.quiet_after_seconds));
    const silent = known.filter((one) => !one.stopped && quiet(one.heartbeat_at, one.quiet_after_seconds));
    const said =
      silent.length === 0
        ? ''
        : say(
            ` Silent: ${listed(silent.map((one) => `${one.host}:${one.pid} since ${ago(one.heartbeat_at, now)}`))}.`,
            ` Молчат: ${listed(silent.map((one) => `${one.host}:${one.pid} — последний раз ${ago(one.heartbeat_at, now)}`))}.`,
          );
    const observed = say(
      `${counted(live.length, 'worker')} alive.${said}`,
      `На связи ${counted(live.length, 'worker')}.${said}`,
    );
    if (live.length > 0) return { status: 'ok', observed, expected };
    return {
      status: 'fail',
      observed:
        known.length === 0 ? say(`${observed} None was ever seen.`, `${observed} Ни одного ещё не видели.`) : observed,
      expected,
      remedy: [
        command(
          'ROLE=worker npm start',
          say(
            'Starts a worker; in Kubernetes, see why its pods do not run.',
            'Запускает воркер; в Kubernetes посмотрите, почему не работают его поды.',
          ),
        ),
      ],
    };
  },
});
