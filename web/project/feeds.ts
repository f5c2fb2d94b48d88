import { QUIET_MS } from '../client/changes.js';
import { Feed } from '../client/feed.js';
import type { AnswerOf, ProjectOverview, Speaker } from '../client/published.js';
import type { Language } from '../shared/language.js';
import type { View } from './models/view.js';
import type { Forecasts, Lines, Reading, Timeline, Work } from './reading.js';

const EVERY_MS = 60_000;
/** The parts below the head change with refreshes of the server's, which take minutes. */
const PARTS_EVERY_MS = 300_000;
/** While work goes on there is news all the time: the head is read again no sooner than so, and the parts. */
const SOON_MS = 5_000;
const PARTS_SOON_MS = 20_000;

/** What is asked for at the moment. */
export interface Wanted {
  view: View;
  language: Language;
  events: number;
}

interface Parts {
  lines: Feed<Lines>;
  forecasts: Feed<Forecasts>;
  timeline: Feed<Timeline>;
  similar: Feed<AnswerOf<'listSimilarCases'>>;
  people: Feed<Speaker[]>;
  work: Feed<Work>;
}

type AnyFeed = Pick<Feed<unknown>, 'state' | 'refresh' | 'catchUp' | 'news' | 'close'>;

/** All that the page knows of a project: the overview first, each other part by itself once that is there. */
export class Feeds {
  readonly overview: Feed<ProjectOverview>;
  readonly parts: Parts;
  private begun = false;

  constructor(
    reading: Reading,
    wanted: () => Wanted,
    { idle, failed, told }: { idle: () => boolean; failed: (error: unknown) => void; told: () => boolean },
  ) {
    const part = <T>(load: (wanted: Wanted, signal: AbortSignal) => Promise<T>) =>
      new Feed((signal) => load(wanted(), signal), PARTS_EVERY_MS, idle, failed, PARTS_SOON_MS);
    const overview = (signal: AbortSignal) => reading.overview(wanted().language, signal);
    this.overview = new Feed(overview, () => (told() ? QUIET_MS : EVERY_MS), idle, failed, SOON_MS);
    this.parts = {
      lines: part(({ view }, signal) => reading.lines(view, signal)),
      forecasts: part(({ view, language }, signal) => reading.forecasts(view, language, signal)),
      timeline: part(({ view, events }, signal) => reading.timeline(view, events, signal)),
      similar: part(({ language }, signal) => reading.similar(language, signal)),
      people: part((_, signal) => reading.people(signal)),
      work: part((_, signal) => reading.work(signal)),
    };
    this.overview.state.subscribe(() => this.follow());
  }

  subscribe(changed: () => void): void {
    for (const { state } of this.all()) state.subscribe(changed);
  }

  /** Fetches all of it; whether that went well. */
  async refresh(): Promise<boolean> {
    await this.overview.refresh();
    // Of a server that is away, each part would only say the same.
    if (this.overview.state.get().error !== null) return false;
    await Promise.all(this.rest().map((feed) => feed.refresh()));
    return this.all().every((feed) => feed.state.get().error === null);
  }

  catchUp(): void {
    void this.overview.catchUp();
    if (this.begun) for (const feed of this.rest()) void feed.catchUp();
  }

  /** Something of the project has changed. */
  news(): void {
    for (const feed of this.begun ? this.all() : [this.overview]) feed.news();
  }

  close(): void {
    for (const feed of this.all()) feed.close();
  }

  /**
   * Nothing else is asked before the first overview: it says whether there is such a project, and comes into sight
   * first.
   */
  private follow(): void {
    if (this.overview.state.get().error !== null) return;
    // What failed while the server was away waits no longer once it is back.
    for (const feed of this.rest()) {
      if (!this.begun || feed.state.get().error !== null) void feed.refresh();
    }
    this.begun = true;
  }

  private all(): AnyFeed[] {
    return [this.overview, ...this.rest()];
  }

  private rest(): AnyFeed[] {
    return Object.values<AnyFeed>({ ...this.parts });
  }
}
