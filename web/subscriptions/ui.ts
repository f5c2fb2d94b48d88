import type { FeedState } from '../client/feed.js';
import type { Format } from '../shared/format.js';
import type { Desk, Known } from './desk.js';
import type { Texts } from './texts/index.js';

/** What every part of the page is drawn with. */
export interface Ui {
  texts: Texts;
  format: Format;
  /** ms since 1970 */
  now: number;
  known: FeedState<Known>;
  desk: Desk;
  /** Whose deliveries are shown; empty: of all. */
  chosen: string;
  choose: (subscriptionId: string) => void;
  retry: () => void;
  announce: (text: string) => void;
}

/** The address of another page of the server. */
export const addressOf = (path: string): string => new URL(`../../${path}`, import.meta.url).href;
