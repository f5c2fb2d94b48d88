import type { Feed } from '../client/feed.js';
import type { AnswerOf, ConnectorError, JobRun, Recommendation } from '../client/published.js';
import { reaches } from '../client/session.js';
import { FeedSet, type Around } from './feed-set.js';
import { ERROR_DAYS } from './models/connectors.js';
import { lastDays } from './models/days.js';
import { SCORE_DAYS } from './models/scores.js';

/** Beyond so many the chart would wait longer than anybody who looks at it. */
export const MAX_ERRORS = 1000;
const ERRORS_PAGE = 200;
const SHOWN_RUNS = 20;
const SHOWN_FAILURES = 5;
export const SHOWN_RECOMMENDATIONS = 50;

const SECOND = 1000;

/** All that the page at /ops shows of one project. */
export class Feeds extends FeedSet {
  readonly diagnosis: Feed<AnswerOf<'diagnose'>> | null;
  readonly connectors;
  readonly jobs;
  readonly counts;
  readonly scores;
  readonly forecasts;
  readonly recommendations;

  constructor(around: Around) {
    super(around);
    // The diagnosis is for operators.
    this.diagnosis = reaches(this.role, 'operator')
      ? this.feed((signal) => this.get<'diagnose'>(`ops/diagnosis?locale=${around.language()}`, signal), 30 * SECOND)
      : null;
    this.connectors = this.feed((signal) => this.readConnectors(signal), 15 * SECOND);
    this.jobs = this.feed((signal) => this.readJobs(signal), 10 * SECOND);
    this.counts = this.feed(
      async (signal) => (await this.get<'getProjectStatus'>('jobs/status', signal)).rag_counts,
      15 * SECOND,
    );
    this.scores = this.feed((signal) => this.readScores(signal), 120 * SECOND);
    this.forecasts = this.feed(
      async (signal) =>
        (await this.get<'listForecasts'>(`kag/v2/forecast?locale=${around.language()}`, signal)).forecasts,
      60 * SECOND,
    );
    this.recommendations = this.feed((signal) => this.readRecommendations(signal), 60 * SECOND);
  }

  started(): void {
    void this.jobs.refresh();
  }

  protected get working(): boolean {
    const jobs = this.jobs.state.get().data;
    return jobs !== null && jobs.running.length + jobs.queued.length > 0;
  }

  private async readConnectors(signal: AbortSignal) {
    const [{ connectors }, { errors, cut }] = await Promise.all([
      this.get<'listConnectorStates'>('connectors/state', signal),
      this.readErrors(signal),
    ]);
    return { connectors, errors, cut };
  }

  /** Errors, newest first, as far back as the chart goes. */
  private async readErrors(signal: AbortSignal): Promise<{ errors: ConnectorError[]; cut: boolean }> {
    const [oldest = ''] = lastDays(ERROR_DAYS, Date.now());
    const errors: ConnectorError[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      if (errors.length >= MAX_ERRORS) return { errors, cut: true };
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const path = `connectors/errors?limit=${ERRORS_PAGE}${from}`;
      const page: AnswerOf<'listConnectorErrors'> = await this.get<'listConnectorErrors'>(path, signal);
      errors.push(...page.errors);
      const last = page.errors.at(-1);
      cursor = last && last.created_at >= oldest ? page.next_cursor : null;
    }
    return { errors, cut: false };
  }

  private async readJobs(signal: AbortSignal) {
    const runs = async (status: JobRun['status'], limit: number) =>
      (await this.get<'listJobRuns'>(`jobs/runs?status=${status}&limit=${limit}`, signal)).runs;
    const [{ jobs }, running, queued, failed] = await Promise.all([
      this.get<'listScheduledJobs'>('jobs/scheduler', signal),
      runs('running', SHOWN_RUNS),
      runs('queued', SHOWN_RUNS),
      runs('failed', SHOWN_FAILURES),
    ]);
    return { jobs, running, queued, failed };
  }

  private async readScores(signal: AbortSignal) {
    const [from = ''] = lastDays(SCORE_DAYS, Date.now());
    const [{ scores }, { snapshots }] = await Promise.all([
      this.get<'listScores'>('kag/scores', signal),
      this.get<'listSnapshots'>(`kag/snapshots?from=${from}&limit=${SCORE_DAYS + 1}`, signal),
    ]);
    return { scores, days: snapshots };
  }

  private async readRecommendations(signal: AbortSignal): Promise<Recommendation[]> {
    const open = await Promise.all(
      ['new', 'acknowledged', 'snoozed', 'done', 'dismissed'].map(async (status) => {
        const path = `kag/v2/recommendations?status=${status}&limit=${SHOWN_RECOMMENDATIONS}`;
        return (await this.get<'listRecommendations'>(path, signal)).recommendations;
      }),
    );
    // Done long ago is not news: what people have put away is shown for as long as its reason holds.
    return open.flat().filter(({ episode_ended_at, status }) => episode_ended_at === null || status === 'acknowledged');
  }
}
