import type { Api } from '../client/api.js';
import { ApiProblem } from '../client/api-problem.js';
import { QUIET_MS } from '../client/changes.js';
import { Feed, type FeedState } from '../client/feed.js';
import type { Language } from '../shared/language.js';
import { readView, searchOf, type View } from './models/view.js';
import { readInbox, STEP, type Reading } from './reading.js';

const EVERY_MS = 60_000;
/** While work goes on there is news all the time. */
const SOON_MS = 3_000;
/** A person who types asks for nothing before they pause. */
const TYPING_MS = 200;

/** How the page wants its list read. */
export interface ListingNeeds {
  language: () => Language;
  categories: () => readonly string[];
  /** Whether it may look for news by itself. */
  live: () => boolean;
  /** Whether it is told of changes as they happen. */
  told: () => boolean;
  changed: () => void;
  /** The session has ended. */
  signedOut: () => void;
}

/** The recommendations that the page's address asks for, kept up to date. */
export class Listing {
  view: View;
  /** Whether a person has just asked for other recommendations, which are on their way. */
  busy = false;
  private feed: Feed<Reading> | null = null;
  private wanted = STEP;
  /** The one that the address asked for when the page was opened; it stays in sight until another is opened. */
  private linked: string;
  private typing: ReturnType<typeof setTimeout> | undefined;
  /** Grows with each wish for other recommendations: what the last one asks for ends the waiting. */
  private wishes = 0;

  constructor(
    private readonly api: Api,
    private readonly needs: ListingNeeds,
  ) {
    this.view = this.viewOfAddress();
    this.linked = this.view.open;
  }

  viewOfAddress(): View {
    return readView(window.location.search, this.needs.categories());
  }

  get state(): FeedState<Reading> | null {
    return this.feed?.state.get() ?? null;
  }

  /** Begins to read, for another person. */
  begin(): void {
    this.end();
    this.feed = new Feed(
      (signal) => readInbox(this.api, this.view, this.linked, this.needs.language(), this.wanted, signal),
      () => (this.needs.told() ? QUIET_MS : EVERY_MS),
      () => document.hidden || !this.needs.live(),
      (error) => {
        if (error instanceof ApiProblem && error.code === 'unauthorized') this.needs.signedOut();
      },
      SOON_MS,
    );
    this.feed.state.subscribe(this.needs.changed);
    void this.feed.refresh();
  }

  /** Ends reading, and forgets what was read. */
  end(): void {
    this.feed?.close();
    this.feed = null;
  }

  /** Shows other recommendations, or in another order, and says so in the address. */
  show(change: Partial<View>): void {
    this.wishes++;
    const typed = Object.keys(change).join() === 'q';
    this.view = { ...this.view, open: '', ...change };
    this.linked = this.view.open;
    this.wanted = STEP;
    this.writeAddress();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.load(), typed ? TYPING_MS : 0);
    this.needs.changed();
  }

  /** Names the one whose details are open in the address; nothing else is to be read for that. */
  open(id: string): void {
    this.view = { ...this.view, open: id };
    this.linked = '';
    this.writeAddress();
    this.needs.changed();
  }

  showMore(): void {
    this.wanted += STEP;
    void this.load();
  }

  /** Reads because a person asked for it. */
  async load(): Promise<void> {
    const wish = ++this.wishes;
    this.busy = true;
    this.needs.changed();
    await this.feed?.refresh();
    // What was asked for meanwhile is loaded by itself.
    if (wish === this.wishes) this.busy = false;
    this.needs.changed();
  }

  async refresh(): Promise<void> {
    await this.feed?.refresh();
  }

  /** Something has changed in a project that may be listed. */
  news(): void {
    this.feed?.news();
  }

  async catchUp(): Promise<void> {
    if (this.needs.live()) await this.feed?.catchUp();
  }

  private writeAddress(): void {
    const search = searchOf(this.view);
    window.history.replaceState(null, '', search === '' ? window.location.pathname : `?${search}`);
  }
}
