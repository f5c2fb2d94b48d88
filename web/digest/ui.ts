import type { FeedState } from '../client/feed.js';
import type { AnswerOf } from '../client/published.js';
import type { Format } from '../shared/format.js';
import type { View } from './models/view.js';
import type { Texts } from './texts/index.js';

export type Digest = AnswerOf<'getDigest'>;

/** What every part of the page is drawn with. */
export interface Ui {
  texts: Texts;
  format: Format;
  /** ms since 1970 */
  now: number;
  view: View;
  digest: FeedState<Digest>;
  /** Tells of other days, and says so in the address. */
  show: (view: View) => void;
  retry: () => void;
}

/** The address of another page of the server; a path of an answer begins with a slash. */
export const addressOf = (path: string): string => new URL(`../../${path.replace(/^\//, '')}`, import.meta.url).href;
