import type { Api } from '../client/api.js';
import { QUIET_MS } from '../client/changes.js';
import { Feed, type FeedState } from '../client/feed.js';
import type { SessionState } from '../client/session.js';
import type { Format } from '../shared/format.js';
import { Shell, type Inside } from '../shared/shell.js';
import type { PageLink } from '../shared/tools.js';
import type { ComponentChild } from 'preact';
import { Desk, type Known } from './desk.js';
import { page } from './page.js';
import { TEXTS, type Texts } from './texts/index.js';

const EVERY_MS = 20_000;
const SOON_MS = 1_000;
const UNKNOWN: FeedState<Known> = { data: null, at: null, error: null };

/** The page at /digest/subscriptions: where digests are sent, when, and what became of them. */
export class SubscriptionsPage implements Inside<Texts> {
  private readonly shell: Shell<Texts>;
  private readonly desk: Desk;
  private known: Feed<Known> | null = null;
  private chosen = chosenIn(window.location.search);

  constructor(api: Api) {
    this.shell = new Shell(api, TEXTS, this);
    this.desk = new Desk(api, (stored) => {
      if (stored) void this.known?.refresh();
      this.shell.redraw();
    });
  }

  start(): void {
    this.shell.start();
  }

  titleOf({ page: words }: Texts): string {
    return words.named;
  }

  linksOf({ page: words }: Texts): PageLink[] {
    return [
      { to: '', text: words.projects },
      { to: 'inbox', text: words.inbox },
      { to: 'digest', text: words.digest },
      { to: 'ops', text: words.operations },
    ];
  }

  enter(username: string | null): void {
    this.known?.close();
    this.desk.said.clear();
    this.known = username === null ? null : this.feed();
    void this.known?.refresh();
  }

  async refresh(): Promise<boolean> {
    await this.known?.refresh();
    return (this.known?.state.get().error ?? null) === null;
  }

  catchUp(): void {
    void this.known?.catchUp();
  }

  hear(): void {
    this.known?.news();
  }

  moved(): void {
    this.chosen = chosenIn(window.location.search);
    void this.known?.refresh();
  }

  draw(state: SessionState, texts: Texts, format: Format): ComponentChild {
    return page(state, {
      ...{ texts, format, now: Date.now(), desk: this.desk, chosen: this.chosen },
      known: this.known?.state.get() ?? UNKNOWN,
      choose: (id: string) => this.choose(id),
      retry: () => void this.refresh(),
      announce: (text: string) => this.shell.announce(text),
    });
  }

  private choose(id: string): void {
    this.chosen = id;
    window.history.replaceState(null, '', id === '' ? window.location.pathname : `?subscription=${id}`);
    void this.known?.refresh();
    this.shell.redraw();
  }

  private feed(): Feed<Known> {
    const feed = new Feed(
      (signal) => this.desk.read(this.chosen, signal),
      () => (this.shell.told() ? QUIET_MS : EVERY_MS),
      this.shell.idle,
      this.shell.failed,
      SOON_MS,
    );
    feed.state.subscribe(this.shell.redraw);
    return feed;
  }
}

const chosenIn = (search: string): string => {
  const id = new URLSearchParams(search).get('subscription') ?? '';
  return /^[0-9a-f-]{36}$/i.test(id) ? id : '';
};
