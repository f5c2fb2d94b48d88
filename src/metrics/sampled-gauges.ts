import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database, fromReplica } from '../database/index.js';
import { gaugeText, type GaugeSample } from './gauge-text.js';
import { Sample, samplingLimit } from './sample.js';

/** The label that METRICS_PER_PROJECT adds; it holds the project's id. */
const PROJECT_LABEL = 'project';

/** Gauges that one query fills: a row for each set of labels, with a column for each gauge. */
export interface GaugeQuery {
  sql: string;
  /**
   * The same for each project, with its id in a column `project`: asked instead of `sql` where METRICS_PER_PROJECT is
   * set.
   */
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
  private readonly queries: { sample: Sample<Row[]>; shown: () => Buffer }[] = [];

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  define({ sql, perProject, labels, gauges }: GaugeQuery): void {
    const text = this.config.METRICS_PER_PROJECT ? (perProject ?? sql) : sql;
    const labelNames = text === sql ? labels : [...labels, PROJECT_LABEL];
    const written = (rows: readonly Row[]) =>
      Buffer.from(
        gauges.map(({ name, help, column }) => gaugeText(name, help, samplesIn(rows, labelNames, column))).join(''),
      );
    let shown = written([]);
    const sample = new Sample<Row[]>(this.limit, {
      ask: () => fromReplica(null, () => this.database.query<Row>(text)),
      show: (rows) => {
        shown = written(rows);
      },
      withdraw: (err) => {
        // A scrape without these figures is better than no scrape; their absence is itself an alert.
        shown = written([]);
        this.log.warn({ err, gauges: gauges.map((gauge) => gauge.name) }, 'could not sample');
      },
    });
    this.queries.push({ sample, shown: () => shown });
  }

  /** All of them as Prometheus' text, which is encoded once for each sample too. */
  async text(): Promise<Buffer> {
    await Promise.all(this.queries.map(({ sample }) => sample.wanted()));
    return Buffer.concat(this.queries.map(({ shown }) => shown()));
  }

  /** Resolves once no sample is being taken: the next scrape then has what the last one asked for. */
  async settled(): Promise<void> {
    await Promise.all(this.queries.map(({ sample }) => sample.settled()));
  }
}

type Row = Record<string, string | number | null>;

/** What a column tells; nothing of rows in which it is null. */
function samplesIn(rows: readonly Row[], labelNames: readonly string[], column: string): GaugeSample[] {
  return rows.flatMap((row) => {
    const value = row[column];
    if (value === null || value === undefined) return [];
    return [{ labels: labelNames.map((label) => [label, String(row[label])] as const), value: Number(value) }];
  });
}
