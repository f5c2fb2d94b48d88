import type { ServerResponse } from 'node:http';
import { AppError } from '../common/app-error.js';

/** More than a person's pages need, in many tabs; each open stream asks the database every few seconds. */
export const MOST_OPEN_STREAMS = 30;
const RETRY_SECONDS = 5;

/** How many event streams each user has open at this process. */
export class OpenStreams {
  private readonly counts = new Map<string, number>();

  /**
   * Counts a stream of the user as open until its response is closed.
   * @throws AppError `rate_limited` where the user has too many already
   */
  open(userId: string, response: ServerResponse): void {
    const count = this.counts.get(userId) ?? 0;
    if (count >= MOST_OPEN_STREAMS)
      throw new AppError(
        'rate_limited',
        `You have ${count} event streams open; close some, such as pages in other tabs, and try again`,
        undefined,
        { retryAfterSeconds: RETRY_SECONDS },
      );
    // Who has hung up meanwhile closes nothing any more.
    if (response.closed) return;
    this.counts.set(userId, count + 1);
    response.once('close', () => this.close(userId));
  }

  private close(userId: string): void {
    const left = (this.counts.get(userId) ?? 0) - 1;
    if (left > 0) this.counts.set(userId, left);
    else this.counts.delete(userId);
  }
}
