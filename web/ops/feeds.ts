import type { Api } from '../client/api.js';
import type { Run } from '../client/run.js';
import { reaches, type Role } from '../client/session.js';
import type {
  Connector,
  ConnectorError,
  Counts,
  Diagnosis,
  Forecast,
  Recommendation,
  ScheduledJob,
  Score,
  Snapshot,
} from './answers.js';
import { QUIET_MS } from '../client/changes.js';
import { Feed } from '../client/feed.js';
import { ERROR_DAYS } from './models/connectors.js';
import { lastDays } from './models/days.js';
import { SCORE_DAYS } from './models/scores.js';

/** Beyond so many the chart would wait longer than anybody who looks at it. */
export const MOST_ERRORS = 1000;
const ERRORS_PAGE = 200;
const SHOWN_RUNS = 20;
const SHOWN_FAILURES = 5;
export const SHOWN_RECOMMENDATIONS = 50;

const SECOND = 1000;

/** All that the page shows of one project, kept up to date. */
export class Feeds {
  readonly diagnosis: Feed<Diagnosis> | null;
  readonly connectors;
  readonly jobs;
  readonly counts;
  readonly scores;
  readonly forecasts;
  readonly recommendations;
  private readonly all: Feed<unknown>[];

  /**
   * @param role the person's; the diagnosis is for operators
   * @param idle whether nobody looks, or wants no news
   * @param told whether changes are told as they happen: then they are looked for only now and then
   */
  constructor(
    private readonly api: Api,
    readonly projectId: string,
    readonly role: Role,
    idle: () => boolean,
    failed: (error: unknown) => void,
    told: () => boolean,
  ) {
    // How far a run has come is no change that is told of.
    const quiet = () => told() && !this.working;
    const feed = <T>(load: (signal: AbortSignal) => Promise<T>, everyMs: number) =>
      new Feed(load, () => (quiet() ? QUIET_MS : everyMs), idle, failed, everyMs);
    this.diagnosis = reaches(role, 'operator')
      ? feed((signal) => this.get<Diagnosis>('ops/diagnosis', signal), 30 * SECOND)
      : null;
    this.connectors = feed((signal) => this.readConnectors(signal), 15 * SECOND);
    this.jobs = feed((signal) => this.readJobs(signal), 10 * SECOND);
    this.counts = feed(
      async (signal) => (await this.get<{ rag_counts: Counts }>('jobs/status', signal)).rag_counts,
      15 * SECOND,
    );
    this.scores = feed((signal) => this.readScores(signal), 120 * SECOND);
    this.forecasts = feed(
      async (signal) => (await this.get<{ forecasts: Forecast[] }>('kag/v2/forecast', signal)).forecasts,
      60 * SECOND,
    );
    this.recommendations = feed((signal) => this.readRecommendations(signal), 60 * SECOND);
    this.all = [
      ...(this.diagnosis ? [this.diagnosis] : []),
      this.connectors,
      this.jobs,
      this.counts,
      this.scores,
      this.forecasts,
      this.recommendations,
    ];
  }

  /** Calls the listener whenever any of them has news. */
  subscribe(listener: () => void): void {
    for (const { state } of this.all) state.subscribe(listener);
  }

  async refresh(): Promise<void> {
    await Promise.all(this.all.map((feed) => feed.refresh()));
  }

  /** Whether something could not be had the last time. */
  get failing(): boolean {
    return this.all.some((feed) => feed.state.get().error !== null);
  }

  /** Fetches what has grown old while nobody looked. */
  async catchUp(): Promise<void> {
    await Promise.all(this.all.map((feed) => feed.catchUp()));
  }

  /** Whether runs are under way, or wait. */
  private get working(): boolean {
    const jobs = this.jobs.state.get().data;
    return jobs !== null && jobs.running.length + jobs.queued.length > 0;
  }

  /** Something of the project has changed. */
  news(): void {
    for (const feed of this.all) feed.news();
  }

  close(): void {
    for (const feed of this.all) feed.close();
  }

  /** The path of a route about the project, whichever one the session has. */
  pathOf(path: string): string {
    return `${path}${path.includes('?') ? '&' : '?'}project_id=${encodeURIComponent(this.projectId)}`;
  }

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.api.get<T>(this.pathOf(path), signal);
  }

  private async readConnectors(signal: AbortSignal) {
    const [{ connectors }, { errors, cut }] = await Promise.all([
      this.get<{ connectors: Connector[] }>('connectors/state', signal),
      this.readErrors(signal),
    ]);
    return { connectors, errors, cut };
  }

  /** Errors, newest first, as far back as the chart goes. */
  private async readErrors(signal: AbortSignal): Promise<{ errors: ConnectorError[]; cut: boolean }> {
    const [oldest = ''] = lastDays(ERROR_DAYS, Date.now());
    const errors: ConnectorError[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      if (errors.length >= MOST_ERRORS) return { errors, cut: true };
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { errors: ConnectorError[]; next_cursor: string | null } = await this.get(
        `connectors/errors?limit=${ERRORS_PAGE}${from}`,
        signal,
      );
      errors.push(...page.errors);
      const last = page.errors.at(-1);
      cursor = last && last.created_at >= oldest ? page.next_cursor : null;
    }
    return { errors, cut: false };
  }

  private async readJobs(signal: AbortSignal) {
    const runs = async (status: Run['status'], limit: number) =>
      (await this.get<{ runs: Run[] }>(`jobs/runs?status=${status}&limit=${limit}`, signal)).runs;
    const [{ jobs }, running, queued, failed] = await Promise.all([
      this.get<{ jobs: ScheduledJob[] }>('jobs/scheduler', signal),
      runs('running', SHOWN_RUNS),
      runs('queued', SHOWN_RUNS),
      runs('failed', SHOWN_FAILURES),
    ]);
    return { jobs, running, queued, failed };
  }

  private async readScores(signal: AbortSignal) {
    const [from = ''] = lastDays(SCORE_DAYS, Date.now());
    const [{ scores }, { snapshots }] = await Promise.all([
      this.get<{ scores: Score[] }>('kag/scores', signal),
      this.get<{ snapshots: Snapshot[] }>(`kag/snapshots?from=${from}&limit=${SCORE_DAYS + 1}`, signal),
    ]);
    return { scores, days: snapshots };
  }

  private async readRecommendations(signal: AbortSignal): Promise<Recommendation[]> {
    const open = await Promise.all(
      ['new', 'acknowledged', 'snoozed', 'done', 'dismissed'].map(async (status) => {
        const path = `kag/v2/recommendations?status=${status}&limit=${SHOWN_RECOMMENDATIONS}`;
        return (await this.get<{ recommendations: Recommendation[] }>(path, signal)).recommendations;
      }),
    );
    // Done long ago is no news: what people have put away is shown for as long as its reason holds.
    return open.flat().filter(({ episode_ended_at, status }) => episode_ended_at === null || status === 'acknowledged');
  }
}
