import { keyOf, type Change } from './change.js';

/**
 * A transaction that ends late shows changes with a time before those that were seen already. So each look goes back by
 * this much, and what was told is left out.
 */
export const OVERLAP_MS = 10_000;

/** Which changes of the last looks were told. */
export class ToldChanges {
  private readonly told = new Map<string, number>();
  private latest: number;

  /** @param from the changes after this moment are news */
  constructor(from: Date) {
    this.latest = from.getTime();
  }

  /** Where the next look begins. */
  get since(): Date {
    return new Date(this.latest - OVERLAP_MS);
  }

  /** Those of what a look found that were not told yet, in their order; now they are. @param at when the look began */
  takeNew(found: readonly Change[], at: Date): Change[] {
    const news = found.filter((change) => !this.told.has(keyOf(change)));
    for (const change of news) this.told.set(keyOf(change), change.at.getTime());
    this.latest = Math.max(this.latest, at.getTime());
    const oldest = this.since.getTime();
    for (const [key, time] of this.told) if (time < oldest) this.told.delete(key);
    return news;
  }
}
