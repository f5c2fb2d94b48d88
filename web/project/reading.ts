import type { Api } from '../client/api.js';
import type {
  AnswerOf,
  Deal,
  Forecast,
  ForecastSeries,
  Issue,
  OperationId,
  ProjectEvent,
  ProjectOverview,
  ScoreSeries,
  SignalSeries,
  Speaker,
} from '../client/published.js';
import type { Language } from '../shared/language.js';
import { EVENT_GROUPS, groups } from './models/event-groups.js';
import { stepOf, type View } from './models/view.js';

const DAY_MS = 86_400_000;
/** Events of a page, and the most that are read at once. */
export const EVENTS_STEP = 30;
const MAX_EVENTS = 200;
/** Pieces of evidence that the server opens at once. */
const MAX_EVIDENCE = 50;
const SHOWN_ISSUES = 10;
const SHOWN_DEALS = 10;
const SHOWN_PEOPLE = 20;

/** Scores and signals day by day. */
export interface Lines {
  days: string[];
  scores: ScoreSeries[];
  signals: SignalSeries[];
}

/** What may go wrong, as it is said now, and as it was said day by day. */
export interface Forecasts {
  days: string[];
  forecasts: Forecast[];
  history: ForecastSeries[];
}

/** The words behind an event. */
type Evidence = Pick<AnswerOf<'openEvidence'>['evidence'][number], 'source_table' | 'source_pk' | 'text' | 'author'>;

export interface Timeline {
  events: ProjectEvent[];
  /** By the table and key of what it comes from. */
  words: Map<string, Evidence>;
  more: boolean;
}

export interface Work {
  issues: Issue[];
  counts: AnswerOf<'listIssues'>['counts'];
  deals: Deal[];
}

/** Reads what the page shows of one project, each part by a request or two. */
export class Reading {
  constructor(
    private readonly api: Api,
    readonly projectId: string,
  ) {}

  async overview(language: Language, signal: AbortSignal): Promise<ProjectOverview> {
    const path = `projects/${encodeURIComponent(this.projectId)}/overview?locale=${language}`;
    return (await this.api.get<'getProjectOverview'>(path, signal)).project;
  }

  async lines({ days }: View, signal: AbortSignal): Promise<Lines> {
    const span = spanOf(days);
    const [scores, signals] = await Promise.all([
      this.get<'getScoreSeries'>(`kag/scores/series?${span}`, signal),
      this.get<'getSignalSeries'>(`kag/signals/series?${span}`, signal),
    ]);
    return { days: scores.days, scores: scores.scores, signals: signals.signals };
  }

  async forecasts({ days }: View, language: Language, signal: AbortSignal): Promise<Forecasts> {
    const [now, then] = await Promise.all([
      this.get<'listForecasts'>(`kag/v2/forecast?locale=${language}`, signal),
      this.get<'getForecastHistory'>(`kag/v2/forecast/history?${spanOf(days)}`, signal),
    ]);
    return { forecasts: now.forecasts, days: then.days, history: then.forecasts };
  }

  /** The newest events of a view, `wanted` of them where there are as many, with the words behind them. */
  async timeline({ show }: View, wanted: number, signal: AbortSignal): Promise<Timeline> {
    const group = groups().find((one) => one === show);
    const types = group === undefined ? '' : `&type=${EVENT_GROUPS[group].join(',')}`;
    const events: ProjectEvent[] = [];
    let cursor: string | null = '';
    while (cursor !== null && events.length < wanted) {
      const limit = Math.min(MAX_EVENTS, wanted - events.length);
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const path = `kag/events?kind=domain&limit=${limit}${types}${from}`;
      const page: AnswerOf<'listEvents'> = await this.get<'listEvents'>(path, signal);
      events.push(...page.events);
      cursor = page.next_cursor;
    }
    return { events, words: await this.words(events, signal), more: cursor !== null };
  }

  similar(language: Language, signal: AbortSignal): Promise<AnswerOf<'listSimilarCases'>> {
    return this.get<'listSimilarCases'>(`kag/similar-cases?locale=${language}`, signal);
  }

  async people(signal: AbortSignal): Promise<Speaker[]> {
    return (await this.get<'listPeople'>(`people?limit=${SHOWN_PEOPLE}`, signal)).people;
  }

  async work(signal: AbortSignal): Promise<Work> {
    const [issues, deals] = await Promise.all([
      this.get<'listIssues'>(`issues?limit=${SHOWN_ISSUES}`, signal),
      this.get<'listDeals'>(`deals?limit=${SHOWN_DEALS}`, signal),
    ]);
    return { issues: issues.issues, counts: issues.counts, deals: deals.deals };
  }

  /** What was said in the messages of these events; other events say all themselves. */
  private async words(events: readonly ProjectEvent[], signal: AbortSignal): Promise<Map<string, Evidence>> {
    const keys = new Set(
      events.flatMap(({ source, evidence_refs }) =>
        source === 'chatwoot' ? evidence_refs.slice(0, 1).map(keyOf) : [],
      ),
    );
    const refs = [...keys];
    const words = new Map<string, Evidence>();
    for (let at = 0; at < refs.length; at += MAX_EVIDENCE) {
      const part = refs
        .slice(at, at + MAX_EVIDENCE)
        .map(encodeURIComponent)
        .join(',');
      const { evidence } = await this.get<'openEvidence'>(`kag/evidence?refs=${part}`, signal);
      for (const one of evidence) words.set(keyOf(one), one);
    }
    return words;
  }

  private get<Id extends OperationId>(path: string, signal: AbortSignal): Promise<AnswerOf<Id>> {
    const project = `project_id=${encodeURIComponent(this.projectId)}`;
    return this.api.get<Id>(`${path}${path.includes('?') ? '&' : '?'}${project}`, signal);
  }
}

/** As evidence is named in addresses. */
export const keyOf = ({ source_table, source_pk }: { source_table: string; source_pk: string }): string =>
  `${source_table}:${source_pk}`;

function spanOf(days: View['days']): string {
  const from = new Date(Date.now() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
  return `from=${from}&step=${stepOf(days)}`;
}
