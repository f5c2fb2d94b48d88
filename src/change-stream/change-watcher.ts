import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { overAllProjects } from '../database/index.js';
import { ChangesRepository } from './changes.repository.js';
import type { StreamChange } from './domain/change.js';
import { SentChanges } from './domain/sent-changes.js';

const LOOK_EVERY_MS = 2_000;
/** More at once than a page can make use of: it reads everything again instead. */
export const MAX_CHANGES = 2_000;

export interface Listener {
  readonly scopes: ReadonlySet<string>;
  hear(changes: readonly StreamChange[]): void;
  /** There were too many changes to tell of each. */
  missed(): void;
}

/**
 * Looks for changes for all who listen: one statement for all of them at a time, for changes of any process.
 * Looking again works on every database and through every pooler. While the database is away, nothing is sent; what
 * changed meanwhile is sent afterwards.
 */
@Injectable()
export class ChangeWatcher implements OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private sent: SentChanges | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking = false;

  constructor(private readonly changes: ChangesRepository) {}

  /** Tells the listener of changes from now on, until `signal` aborts. */
  listen(listener: Listener, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.listeners.add(listener);
    signal.addEventListener('abort', () => this.listeners.delete(listener), { once: true });
    this.plan();
  }

  onApplicationShutdown(): void {
    this.listeners.clear();
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private plan(): void {
    if (this.timer) return;
    if (this.listeners.size === 0) {
      // The next listener hears of what happens after it comes.
      this.sent = null;
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.turn();
    }, LOOK_EVERY_MS);
  }

  private async turn(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await overAllProjects(() => this.look());
    } catch {
      // The next turn finds the same and more.
    } finally {
      this.looking = false;
      this.plan();
    }
  }

  private async look(): Promise<void> {
    const listeners = [...this.listeners];
    const at = await this.changes.now();
    this.sent ??= new SentChanges(at);
    const scopes = [...new Set(listeners.flatMap((listener) => [...listener.scopes]))];
    const found = await this.changes.since(this.sent.since, scopes, MAX_CHANGES + 1);
    if (found.length > MAX_CHANGES) {
      this.sent = null;
      for (const listener of listeners) listener.missed();
      return;
    }
    const news = this.sent.takeNew(found, at);
    for (const listener of listeners) {
      const own = news.filter((change) => listener.scopes.has(change.account_scope_id));
      if (own.length > 0 && this.listeners.has(listener)) listener.hear(own);
    }
  }
}
