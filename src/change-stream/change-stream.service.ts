import { Injectable } from '@nestjs/common';
import { ChangeWatcher, MAX_CHANGES, type Listener } from './change-watcher.js';
import { ChangesRepository } from './changes.repository.js';
import { momentOf } from './domain/position.js';
import { OVERLAP_MS } from './domain/sent-changes.js';

/** Beyond this, reading everything again is less work than hearing of each change. */
const LONGEST_GAP_MS = 3_600_000;

export interface Follower extends Omit<Listener, 'scopes'> {
  /** The stream is open: changes from this moment on are sent. */
  open(at: Date): void;
}

@Injectable()
export class ChangeStream {
  constructor(
    private readonly changes: ChangesRepository,
    private readonly watcher: ChangeWatcher,
  ) {}

  /**
   * Tells of changes in these account scopes until `signal` aborts: first of those since the position `last`, then of
   * those that come. The last look at the past begins after the listening, so that no change falls between the two.
   */
  async follow(
    scopes: ReadonlySet<string>,
    last: string | null,
    follower: Follower,
    signal: AbortSignal,
  ): Promise<void> {
    const now = await this.changes.now();
    if (signal.aborted) return;
    follower.open(now);
    const { hear, missed } = follower;
    this.watcher.listen({ scopes, hear, missed }, signal);
    if (last === null) return;
    const moment = momentOf(last);
    if (moment === null || now.getTime() - moment.getTime() > LONGEST_GAP_MS) return missed();
    const since = new Date(moment.getTime() - OVERLAP_MS);
    const found = await this.changes.since(since, [...scopes], MAX_CHANGES + 1);
    if (signal.aborted) return;
    if (found.length > MAX_CHANGES) missed();
    else hear(found);
  }
}
