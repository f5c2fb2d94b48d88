import type { Span } from '../../../common/day.js';
import type { RiskType } from '../../../kag-forecast/index.js';
import type { ChangeKind } from '../changes.js';

/** Figures of a change, as far as its kind has them. */
export interface ChangeFigures {
  risk: RiskType;
  title: string;
  before: number;
  after: number;
  day: string;
}

export interface DigestCounts {
  changes: number;
  /** Projects that need attention; null: that is told of the latest days only. */
  attention: number | null;
  done: number;
}

/** Everything that a digest says in one language; a kind without words does not compile. */
export interface DigestTexts {
  title: (span: Span) => string;
  /** How much there is, in a sentence. */
  summary: (counts: DigestCounts) => string;
  /** Nothing changed and nothing was done in these days. */
  quiet: (span: Span, healthPoints: number, riskPoints: number) => string;
  changed: string;
  attention: string;
  done: string;
  nothing_changed: string;
  /** No project needs attention. */
  calm: string;
  nothing_done: string;
  change: Readonly<Record<ChangeKind, (figures: ChangeFigures) => string>>;
  /** Who did or dismissed it; null: it is not stored. */
  settled: Readonly<Record<'done' | 'dismissed', (title: string, by: string | null) => string>>;
  /** A risk that is there, since a day. */
  there: (risk: RiskType, since: string) => string;
  more: (count: number) => string;
  open: string;
}
