import type { Feed } from '../../client/feed.js';
import type { AnswerOf } from '../../client/published.js';
import { FeedSet, type Around } from '../feed-set.js';

const MINUTE = 60_000;

/** How often detectors are right, in all account scopes of the person. */
export class QualityFeeds extends FeedSet {
  readonly quality: Feed<AnswerOf<'getEventQuality'>>;

  constructor(around: Around) {
    super(around);
    this.quality = this.feed((signal) => this.api.get<'getEventQuality'>('kag/events/quality', signal), MINUTE);
  }

  /** No run changes what people have said. */
  started(): void {}

  protected get working(): boolean {
    return false;
  }
}
