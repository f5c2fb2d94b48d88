import type { Scores } from './score.js';
import type { Facts, Signals } from './signal.js';

/** A project as its events tell it at one moment. */
export interface Reading {
  project_id: string;
  /** Later events are not in it. */
  as_of: Date;
  /** The day on which the project was over, `YYYY-MM-DD`; null: it goes on. From then on nothing is known of it. */
  ended_on: string | null;
  signals: Signals;
  facts: Facts;
  scores: Scores;
}
