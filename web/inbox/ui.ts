import type { Action, RecommendationChange, RecommendationPerson } from '../client/published.js';
import type { Format } from '../shared/format.js';
import type { DetailsBook } from './details-book.js';
import type { Kind } from './models/moves.js';
import type { Recommendation } from './models/recommendation.js';
import type { Move, OutboxBook } from './outbox-book.js';
import type { Outcome } from './models/outcome.js';
import type { View } from './models/view.js';
import type { Texts } from './texts/index.js';

export interface Project {
  id: string;
  name: string;
}

/** What is said below the list of the last thing that a person wanted. */
export type News =
  | { phase: 'saving' }
  | { phase: 'saved'; outcome: Outcome }
  | { phase: 'failed'; problem: unknown; again: () => Promise<void> }
  /** About something else, such as a copied message. */
  | { phase: 'told'; text: string };

/** What every part of the page is drawn with. */
export interface Ui {
  texts: Texts;
  format: Format;
  /** YYYY-MM-DD at the person's place */
  today: string;
  view: View;
  me: string;
  /** Whether the person's role lets them act. */
  mayAct: boolean;
  projects: readonly Project[];
  people: readonly RecommendationPerson[];
  /** Whether a person has just asked for other recommendations, which are on their way. */
  busy: boolean;
  selected: ReadonlySet<string>;
  /** Those that somebody else changed while a person decided, with who did. */
  stale: ReadonlyMap<string, RecommendationChange | null>;
  news: News | null;
  details: DetailsBook;
  outbox: OutboxBook;
  show: (change: Partial<View>) => void;
  showMore: () => void;
  refresh: () => void;
  toggle: (id: string) => void;
  select: (ids: readonly string[], selected: boolean) => void;
  act: (kind: Kind, rows: readonly Recommendation[]) => void;
  undo: () => void;
  leaveStale: (id: string) => void;
  copy: (id: string) => void;
  /** Asks what is to be done about one, and sends it. */
  doIt: (one: Recommendation) => void;
  moveAction: (one: Recommendation, action: Action, how: Move) => void;
  closeNews: () => void;
  help: () => void;
  /** Has the page notice when the title of this one comes into sight. */
  watch: (title: Element | null) => void;
}

/** The address of another page or file of the server. */
export const addressOf = (path: string): string => new URL(`../../${path}`, import.meta.url).href;
