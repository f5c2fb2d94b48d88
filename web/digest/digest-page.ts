import type { Api } from '../client/api.js';
import { Feed, type FeedState } from '../client/feed.js';
import type { SessionState } from '../client/session.js';
import type { Format } from '../shared/format.js';
import { Shell, type Inside } from '../shared/shell.js';
import type { PageLink } from '../shared/tools.js';
import type { ComponentChild } from 'preact';
import { readView, searchOf, type View } from './models/view.js';
import { page } from './page.js';
import { TEXTS, type Texts } from './texts/index.js';
import type { Digest } from './ui.js';

const EVERY_MS = 300_000;
const UNKNOWN: FeedState<Digest> = { data: null, at: null, error: null };

/** The page at /digest: what changed in the days of its address, who needs attention, and what was done. */
export class DigestPage implements Inside<Texts> {
  private readonly shell: Shell<Texts>;
  private view: View = readView(window.location.search);
  private digest: Feed<Digest> | null = null;
  private signedIn = false;

  constructor(private readonly api: Api) {
    this.shell = new Shell(api, TEXTS, this);
  }

  start(): void {
    this.shell.start();
  }

  titleOf({ title, page: words }: Texts): string {
    const told = this.digest?.state.get().data?.title;
    return told === undefined ? title : words.named(told);
  }

  linksOf({ page: words }: Texts): PageLink[] {
    return [
      { to: '', text: words.projects },
      { to: 'inbox', text: words.inbox },
      { to: 'search', text: words.search },
      { to: 'ops', text: words.operations },
    ];
  }

  enter(username: string | null): void {
    this.signedIn = username !== null;
    this.load();
  }

  async refresh(): Promise<boolean> {
    await this.digest?.refresh();
    return (this.digest?.state.get().error ?? null) === null;
  }

  catchUp(): void {
    void this.digest?.catchUp();
  }

  moved(): void {
    const view = readView(window.location.search);
    // A way within the page does not lead to other days.
    if (searchOf(view) === searchOf(this.view)) return;
    this.view = view;
    this.load();
  }

  draw(state: SessionState, texts: Texts, format: Format): ComponentChild {
    return page(state, {
      texts,
      format,
      now: Date.now(),
      view: this.view,
      digest: this.digest?.state.get() ?? UNKNOWN,
      show: (view: View) => this.show(view),
      retry: () => void this.refresh(),
    });
  }

  private show(view: View): void {
    this.view = view;
    const search = searchOf(view);
    window.history.pushState(null, '', search === '' ? window.location.pathname : `?${search}`);
    this.load();
  }

  private load(): void {
    const { view } = this;
    this.digest?.close();
    this.digest = this.signedIn ? this.feedOf(view) : null;
    void this.digest?.refresh();
    this.shell.redraw();
  }

  private feedOf(view: View): Feed<Digest> {
    // The words are the server's, in the language that is chosen when it is asked.
    const load = (signal: AbortSignal) =>
      this.api.get<'getDigest'>(`digest?${searchOf(view)}&locale=${this.shell.language}`.replace('?&', '?'), signal);
    const feed = new Feed(load, EVERY_MS, this.shell.idle, this.shell.failed);
    feed.state.subscribe(this.shell.redraw);
    return feed;
  }
}
