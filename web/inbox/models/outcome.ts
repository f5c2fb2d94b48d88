import type { Format } from '../../shared/format.js';
import type { Recommendation } from './recommendation.js';
import type { Texts } from '../texts/index.js';
import type { Kind } from './moves.js';

/** What became of something that a person wanted. */
export interface Outcome {
  kind: Kind | 'undo';
  /** As they are now. */
  changed: readonly Recommendation[];
  /** As they are now: somebody else had changed them. */
  stale: readonly Recommendation[];
  /** What the server says of those that it refused for other reasons. */
  refused: readonly string[];
}

/** The outcome in a sentence or several. */
export function outcomeText({ kind, changed, stale, refused }: Outcome, texts: Texts, format: Format): string {
  const { outcome: words } = texts;
  const [only] = changed;
  const did =
    only === undefined
      ? []
      : changed.length === 1
        ? [words.one[kind](only.title, only.project_name, detailOf(kind, only, format))]
        : [words.several[kind](changed.length, format.number(changed.length))];
  return [
    ...did,
    ...(stale.length > 0 ? [words.stale(stale.length, format.number(stale.length))] : []),
    ...(refused.length > 0 ? [words.refused(refused.length, format.number(refused.length)), ...new Set(refused)] : []),
  ].join(' ');
}

/** To whom it is given, or until when it sleeps. */
function detailOf(kind: Outcome['kind'], { assignee, snoozed_until }: Recommendation, format: Format): string {
  if (kind === 'assign' || kind === 'mine') return assignee ?? '';
  return kind === 'snooze' && snoozed_until !== null ? format.day(snoozed_until) : '';
}
