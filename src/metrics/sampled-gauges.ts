import { Injectable, Logger } from '@nestjs/common';
import { Gauge, register } from 'prom-client';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Sample, samplingLimit } from './sample.js';

/** The label that METRICS_PER_PROJECT adds; it holds the project's id. */
export const PROJECT_LABEL = 'project';

/** Gauges that one query fills: a row for each set of labels, with a column for each gauge. */
export interface GaugeQuery {
  sql: string;
  /** The same for each project, with its id in a column `project`: asked instead of `sql` where METRICS_PER_PROJECT is set. */
  perProject?: string;
  labels: readonly string[];
  gauges: readonly { name: string; help: string; column: string }[];
}

/** What modules hand their gauges to. */
export interface GaugeDefinitions {
  define(query: GaugeQuery): void;
}

/** Gauges read from the database: at most one query each in 15 s, however many scrapers ask. */
@Injectable()
export class SampledGauges implements GaugeDefinitions {
  private readonly log = new Logger('metrics');
  private readonly limit = samplingLimit();
  private readonly samples: Sample<Row[]>[] = [];

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  define({ sql, perProject, labels, gauges }: GaugeQuery): void {
    const text = this.config.METRICS_PER_PROJECT ? (perProject ?? sql) : sql;
    const labelNames = text === sql ? labels : [...labels, PROJECT_LABEL];
    const made = gauges.map(({ name, help, column }) => {
      // Another server in the same process (tests start several) had its own; the last one counts.
      register.removeSingleMetric(name);
      return { column, gauge: new Gauge({ name, help, labelNames, collect: () => sample.wanted() }) };
    });
    const show = (rows: readonly Row[]) => {
      for (const { column, gauge } of made) fill(gauge, labelNames, column, rows);
    };
    const sample: Sample<Row[]> = new Sample(this.limit, {
      ask: () => this.database.query<Row>(text),
      show,
      withdraw: (err) => {
        // A scrape without these figures is better than no scrape; their absence is itself an alert.
        show([]);
        this.log.warn({ err, gauges: gauges.map((gauge) => gauge.name) }, 'could not sample');
      },
    });
    this.samples.push(sample);
    show([]);
  }

  /** Resolves once no sample is being taken: the next scrape then has what the last one asked for. */
  async settled(): Promise<void> {
    await Promise.all(this.samples.map((sample) => sample.settled()));
  }
}

type Row = Record<string, string | number | null>;

/** Makes a gauge hold what the rows tell, and nothing else. */
function fill(gauge: Gauge, labelNames: readonly string[], column: string, rows: readonly Row[]): void {
  // `reset()` would give a gauge without labels a 0, which is a figure too.
  if (labelNames.length === 0) gauge.remove({});
  else gauge.reset();
  for (const row of rows) {
    const value = row[column];
    if (value === null || value === undefined) continue;
    gauge.set(Object.fromEntries(labelNames.map((label) => [label, String(row[label])])), Number(value));
  }
}
