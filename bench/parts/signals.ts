import { DataSource } from 'typeorm';
import { HOUR_MS } from '../../src/common/time-units.js';
import { bringToHead } from '../../src/bring-to-head.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database } from '../../src/database/index.js';
import { addBusyProjects } from '../../test/support/busy-projects.js';
import { dailyPipeline } from '../../test/support/daily-pipeline.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { openBare } from '../servers/database.js';
import { repeat, timed } from '../timing.js';

const SIZES = {
  full: { events: 1_000_000, more: 1_000, rounds: 60, budgetMs: 60_000 },
  quick: { events: 3_000, more: 100, rounds: 3, budgetMs: 5_000 },
};
const DAYS = 365;
const END = Date.UTC(2026, 2, 11, 0, 5);

/** Signals and scores of a project that has a long past, each hour after what happened in it. */
export async function benchSignals(bench: Bench): Promise<Measured> {
  const { database, cleanups, say } = bench;
  const { events, more, rounds, budgetMs } = sizesOf(bench, SIZES);
  say(`signals: ${told(events)} events`);
  await database.renew();
  await bringToHead(database.url);
  const source = await new DataSource({ ...dataSourceOptions(database.url, 4), entities: [] }).initialize();
  cleanups.add(() => source.destroy());
  const server = new Database(source);
  const all = { count: 1, until: new Date(END), days: DAYS, events: [events, events] as const };
  const [id = ''] = await addBusyProjects(openBare(database, cleanups), all);
  await database.query('VACUUM (ANALYZE)');
  const { readings } = dailyPipeline(server);
  say('signals: all of them folded once');
  await readings.refresh([id], new Date(END));
  const [fresh, unchanged, read]: [number[], number[], number[]] = [[], [], []];
  say(`signals: ${rounds} times ${told(more)} new events`);
  await repeat(rounds, budgetMs, async (round) => {
    const [from, to] = [new Date(END + round * HOUR_MS), new Date(END + (round + 1) * HOUR_MS)];
    await server.run(MORE, [id, more, round, from, to]);
    await timed(read, () => server.query(READ, [id, from, to]));
    await timed(fresh, () => readings.refresh([id], to));
    await timed(unchanged, () => readings.refresh([id], to));
  });
  return {
    figures: [figure('signals.new', fresh, { floor: read }), figure('signals.unchanged', unchanged)],
    facts: [['signals', `${told(more)} new events each time on ${told(events)} of ${DAYS} days, of one project`]],
  };
}

/** So many of the newest events once more, evenly between two moments. */
const MORE = `
  INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, evidence_refs, dedupe_key)
  SELECT project_id, event_type, $4::timestamptz + ($5::timestamptz - $4::timestamptz) * n / ($2::int + 1), actor, source,
    payload_json, evidence_refs, 'more:' || $3::int || ':' || n
  FROM (SELECT e.*, row_number() OVER (ORDER BY occurred_at, id) AS n
        FROM (SELECT * FROM kag_event_log WHERE project_id = $1 ORDER BY occurred_at DESC, id DESC LIMIT $2::int) e) newest`;

const READ = `
  SELECT event_type, occurred_at, actor, source_url, payload_json, evidence_refs FROM kag_event_log
  WHERE project_id = $1 AND occurred_at > $2 AND occurred_at <= $3 ORDER BY occurred_at, id`;
