import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import type { ConnectorName } from './domain/connectors.js';
import type { OpenSource } from './domain/source-binding.js';

/** Whose source was put or removed. */
export interface SourceChange {
  projectId: string;
  connector: ConnectorName;
  /** The source of its own that it had; null: none. Unset: its token can't be opened. */
  before?: OpenSource | null;
  /** Whether the project has no source of its own to the connector any more. */
  removed: boolean;
}

/** Called in the transaction of the change. What it throws undoes the change. */
export type SourceWatcher = (tx: Tx, change: SourceChange) => Promise<void>;

/** How many rows of each table leave the project. */
export type LeavingCounts = Record<string, number>;

/**
 * Called in a transaction that is taken back, after the watchers: finds what would leave, and may remove it for that.
 */
export type SourceForeseer = (tx: Tx, change: SourceChange) => Promise<LeavingCounts>;

/**
 * Tells who reads from sources that one of them has changed: that module knows this one, and not the other way round.
 */
@Injectable()
export class SourceChanges {
  private readonly watchers: SourceWatcher[] = [];

  private foreseer: SourceForeseer = () => Promise.resolve({});

  /** Who removes what leaves says how much it would be. */
  foreseeBy(foreseer: SourceForeseer): void {
    this.foreseer = foreseer;
  }

  foresee(tx: Tx, change: SourceChange): Promise<LeavingCounts> {
    return this.foreseer(tx, change);
  }

  watch(watcher: SourceWatcher): void {
    this.watchers.push(watcher);
  }

  async tell(tx: Tx, change: SourceChange): Promise<void> {
    for (const watcher of this.watchers) await watcher(tx, change);
  }
}
