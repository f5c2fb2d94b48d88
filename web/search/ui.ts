import type { FeedState } from '../client/feed.js';
import type { AnswerOf } from '../client/published.js';
import type { Project } from '../client/session.js';
import type { Format } from '../shared/format.js';
import type { View } from './models/view.js';
import type { Texts } from './texts/index.js';

export type Answer = AnswerOf<'openSearch'>;

/** What every part of the page is drawn with. */
export interface Ui {
  texts: Texts;
  format: Format;
  view: View;
  /** Those to choose from; why they are not there is in its state. */
  projects: FeedState<readonly Project[]>;
  /** What the last search found; null: nothing was searched for. */
  answer: FeedState<Answer> | null;
  /** Searches for something else, and says so in the address. */
  show: (change: Partial<View>) => void;
  retry: () => void;
}

/** The address of another page of the server. */
export const addressOf = (path: string): string => new URL(`../../${path}`, import.meta.url).href;
