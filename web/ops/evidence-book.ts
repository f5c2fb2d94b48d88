import { messageOf } from '../client/api-problem.js';
import { Store } from '../client/store.js';
import type { Evidence } from './models/recommendations.js';

export type Opened = { phase: 'loading' } | { phase: 'there'; evidence: Evidence[] } | { phase: 'failed'; why: string };

/** The words behind what somebody opened, fetched once. */
export class EvidenceBook {
  readonly opened = new Store<ReadonlyMap<string, Opened>>(new Map());
  private reader: (path: string) => Promise<{ evidence: Evidence[] }> = () => Promise.resolve({ evidence: [] });

  /** Starts anew, for another project. */
  readBy(reader: (path: string) => Promise<{ evidence: Evidence[] }>): void {
    this.reader = reader;
    this.opened.set(new Map());
  }

  /** Fetches what `path` names, unless it is there or on its way; what failed is tried again. */
  async open(path: string): Promise<void> {
    const known = this.opened.get().get(path);
    if (known && known.phase !== 'failed') return;
    const { reader } = this;
    const set = (opened: Opened) => {
      if (reader === this.reader) this.opened.set(new Map(this.opened.get()).set(path, opened));
    };
    set({ phase: 'loading' });
    try {
      set({ phase: 'there', evidence: (await reader(path)).evidence });
    } catch (error) {
      set({ phase: 'failed', why: messageOf(error) });
    }
  }
}
