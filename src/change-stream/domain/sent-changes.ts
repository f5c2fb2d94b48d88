import { keyOf, type StreamChange } from './change.js';

/**
 * A transaction that ends late shows changes that are older than those seen already. So each look goes back by this
 * much, and leaves out what was sent.
 */
export const OVERLAP_MS = 10_000;

/** Remembers which changes of the last looks were sent. */
export class SentChanges {
  private readonly sent = new Map<string, number>();
  private latest: number;

  /** @param from the changes after this moment are news */
  constructor(from: Date) {
    this.latest = from.getTime();
  }

  /** Where the next look begins. */
  get since(): Date {
    return new Date(this.latest - OVERLAP_MS);
  }

  /**
   * Takes the found changes that were not sent yet, in order; they count as sent.
   * @param at when the look began
   */
  takeNew(found: readonly StreamChange[], at: Date): StreamChange[] {
    const news = found.filter((change) => !this.sent.has(keyOf(change)));
    for (const change of news) this.sent.set(keyOf(change), change.at.getTime());
    this.latest = Math.max(this.latest, at.getTime());
    const oldest = this.since.getTime();
    for (const [key, time] of this.sent) if (time < oldest) this.sent.delete(key);
    return news;
  }
}
