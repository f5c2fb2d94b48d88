import type { SeenRun } from '../client/follow-run.js';
import type { Actions, Outcome } from './actions.js';
import type { EvidenceBook } from './evidence-book.js';
import type { Format } from '../shared/format.js';
import type { Texts } from './texts/index.js';

/** What every part of the page is drawn with. */
export interface Ui {
  texts: Texts;
  format: Format;
  /** The project that the page is about. */
  projectId: string;
  /** ms since 1970 */
  now: number;
  actions: Actions;
  evidence: EvidenceBook;
  outcomes: ReadonlyMap<string, Outcome>;
  runs: ReadonlyMap<string, SeenRun>;
  announce: (text: string) => void;
}

/** Of words that are the server's own, which are English in whatever language the page is. */
export const SERVERS = { lang: 'en' } as const;
