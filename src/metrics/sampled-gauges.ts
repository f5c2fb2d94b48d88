import { Injectable, Logger } from '@nestjs/common';
import { Gauge, register } from 'prom-client';
import { Database } from '../database/index.js';

const SAMPLE_MS = 15_000;
/** Scrapers give up after about 10 s; all other figures must reach them while the database does not answer. */
const DEADLINE_MS = 3_000;

/** Gauges that one query fills: a row for each set of labels, with a column for each gauge. */
export interface GaugeQuery {
  sql: string;
  labels: readonly string[];
  gauges: readonly { name: string; help: string; column: string }[];
}

/** Gauges read from the database: at most one query each in 15 s, however many scrapers ask. */
@Injectable()
export class SampledGauges {
  private readonly log = new Logger('metrics');

  constructor(private readonly database: Database) {}

  define({ sql, labels, gauges }: GaugeQuery): void {
    let sampledAt = -Infinity;
    let sampling: Promise<void> | null = null;
    const made = gauges.map(({ name, help, column }) => {
      // Another server in the same process (tests start several) had its own; the last one counts.
      register.removeSingleMetric(name);
      const gauge = new Gauge({ name, help, labelNames: labels, collect: () => sample() });
      return { column, gauge, shown: [{}] as Labels[] };
    });
    const show = (rows: readonly Row[]) => {
      for (const one of made) {
        // Not `reset()`: of a gauge without labels it would make a 0, which is a figure too.
        for (const gone of one.shown) one.gauge.remove(gone);
        one.shown = [];
        for (const row of rows) {
          const value = row[one.column];
          if (value === null || value === undefined) continue;
          const labelled = Object.fromEntries(labels.map((label) => [label, String(row[label])]));
          one.gauge.set(labelled, Number(value));
          one.shown.push(labelled);
        }
      }
    };
    const refresh = async () => {
      try {
        show(await before(DEADLINE_MS, this.database.query<Row>(sql)));
      } catch (error) {
        // A scrape without these figures is better than no scrape; their absence is itself an alert.
        show([]);
        this.log.warn({ err: error, gauges: gauges.map((gauge) => gauge.name) }, 'could not sample');
      }
    };
    // Scrapes at the same time, and the gauges of one query, share one sample; a failed one counts as well.
    const sample = (): Promise<void> => {
      if (!sampling && performance.now() - sampledAt < SAMPLE_MS) return Promise.resolve();
      sampling ??= refresh().finally(() => {
        sampling = null;
        sampledAt = performance.now();
      });
      return sampling;
    };
    show([]);
  }
}

type Labels = Record<string, string>;
type Row = Record<string, string | number | null>;

async function before<T>(deadlineMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
