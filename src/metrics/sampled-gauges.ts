import { Injectable, Logger } from '@nestjs/common';
import { Gauge, register } from 'prom-client';
import { Database } from '../database/index.js';

const SAMPLE_MS = 15_000;

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
      return { column, gauge: new Gauge({ name, help, labelNames: labels, collect: () => (sampling ??= refresh()) }) };
    });
    const refresh = async () => {
      try {
        if (performance.now() - sampledAt < SAMPLE_MS) return;
        const rows = await this.database.query<Record<string, string | number | null>>(sql);
        sampledAt = performance.now();
        for (const { gauge, column } of made) {
          gauge.reset();
          for (const row of rows) {
            const value = row[column];
            if (value !== null && value !== undefined)
              gauge.set(Object.fromEntries(labels.map((label) => [label, String(row[label])])), Number(value));
          }
        }
      } catch (error) {
        // A scrape without these figures is better than no scrape; their absence is itself an alert.
        this.log.warn({ err: error, gauges: gauges.map((gauge) => gauge.name) }, 'could not sample');
      } finally {
        sampling = null;
      }
    };
  }
}
