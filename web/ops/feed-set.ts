import type { Api } from '../client/api.js';
import { QUIET_MS } from '../client/changes.js';
import { Feed } from '../client/feed.js';
import type { AnswerOf, OperationId } from '../client/published.js';
import type { Role } from '../client/session.js';
import type { Language } from '../shared/language.js';

/** What a set of feeds has to know of the page. */
export interface Around {
  api: Api;
  projectId: string;
  /** The person's, in the project. */
  role: Role;
  /** Whether the page is hidden, or wants no news. */
  idle: () => boolean;
  /** In which language the server tells what it tells in words. */
  language: () => Language;
  failed: (error: unknown) => void;
  /** Whether changes are told as they happen: then they are looked for only now and then. */
  told: () => boolean;
}

/** All that a page shows of one project, kept up to date. */
export abstract class FeedSet {
  readonly projectId: string;
  readonly role: Role;
  private readonly all: Feed<unknown>[] = [];

  constructor(private readonly around: Around) {
    this.projectId = around.projectId;
    this.role = around.role;
  }

  /** Whether runs are under way, or wait: how far one has come is not told of. */
  protected abstract get working(): boolean;

  /** A job has been started from the page. */
  abstract started(): void;

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

  /** Fetches what has grown old while the page was hidden. */
  async catchUp(): Promise<void> {
    await Promise.all(this.all.map((feed) => feed.catchUp()));
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

  /**
   * What an operation about the project answers.
   * @throws ApiProblem
   */
  get<Id extends OperationId>(path: string, signal?: AbortSignal): Promise<AnswerOf<Id>> {
    return this.around.api.get<Id>(this.pathOf(path), signal);
  }

  protected get api(): Api {
    return this.around.api;
  }

  /**
   * One more feed of the set.
   * @param everyMs between two fetches while runs are under way, or nothing is told
   */
  protected feed<T>(load: (signal: AbortSignal) => Promise<T>, everyMs: number): Feed<T> {
    const { told, idle, failed } = this.around;
    const feed = new Feed(load, () => (told() && !this.working ? QUIET_MS : everyMs), idle, failed, everyMs);
    this.all.push(feed);
    return feed;
  }
}
