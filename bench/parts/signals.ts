import { DataSource } from 'typeorm';
import { HOUR_MS } from '../../src/common/time-units.js';
import { bringToHead } from '../../src/bring-to-head.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database } from '../../src/database/index.js';
import { addBusyProjects } from '../../test/support/busy-projects.js';
import { dailyPipeline } from '../../test/support/daily-pipeline.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure, type Figure } from '../figures/figure.js';
import { openBare } from '../servers/database.js';
import { repeat, timed } from '../timing.js';

/** `events`: of the log, once of many projects and once of a single one. */
const SIZES = {
  full: { events: 1_000_000, projects: 100, more: 1_000, rounds: 60, budgetMs: 30_000 },
  quick: { events: 3_000, projects: 10, more: 100, rounds: 3, budgetMs: 5_000 },
};
const DAYS = 365;
const END = Date.UTC(2026, 2, 11, 0, 5);

/** Signals and scores of a project of a full log, each hour after what happened in it. */
export async function benchSignals(bench: Bench): Promise<Measured> {
  const { events, projects, more } = sizesOf(bench, SIZES);
  const many = await refreshed(bench, projects, 'of many projects');
  const single = await refreshed(bench, 1, 'of a single project');
  return {
    figures: [...many, ...single],
    facts: [
      [
        'signals',
        `${told(more)} new events of one project each time, in a log of ${told(events)} of ${DAYS} days: of ${projects} ` +
          `projects, and of a single one, whose open agreements and stages are as many times more`,
      ],
    ],
  };
}

/** The figures of a log whose events are of so many projects. */
async function refreshed(bench: Bench, count: number, whose: string): Promise<Figure[]> {
  const { database, cleanups, say } = bench;
  const { events, more, rounds, budgetMs } = sizesOf(bench, SIZES);
  say(`signals: ${told(events)} events ${whose}`);
  await database.renew();
  await bringToHead(database.url);
  const source = await new DataSource({ ...dataSourceOptions(database.url, 4), entities: [] }).initialize();
  cleanups.add(() => source.destroy());
  const server = new Database(source);
  const each = Math.round(events / count);
  const all = { count, until: new Date(END), days: DAYS, events: [each, each] as const };
  const ids = await addBusyProjects(openBare(database, cleanups), all);
  await database.query('VACUUM (ANALYZE)');
  const { readings } = dailyPipeline(server);
  say('signals: all of them folded once');
  await readings.refresh(ids, new Date(END));
  const id = ids[0] ?? '';
  const [fresh, unchanged, read]: [number[], number[], number[]] = [[], [], []];
  say(`signals: ${rounds} times ${told(more)} new events`);
  await repeat(rounds, budgetMs, async (round) => {
    const [from, to] = [new Date(END + round * HOUR_MS), new Date(END + (round + 1) * HOUR_MS)];
    await server.run(MORE, [id, more, round, from, to]);
    await timed(read, () => server.query(READ, [id, from, to]));
    await timed(fresh, () => readings.refresh([id], to));
    await timed(unchanged, () => readings.refresh([id], to));
  });
  return [
    figure('signals.new', fresh, { floor: read, of: [whose] }),
    figure('signals.unchanged', unchanged, { of: [whose] }),
  ];
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
