import type { Scores } from './score.js';
import type { Facts, Signals } from './signal.js';

/** A project as its events tell it at one moment. */
export interface Reading {
  project_id: string;
  /** Later events are not in it. */
  as_of: Date;
  signals: Signals;
  facts: Facts;
  scores: Scores;
}
