import type { RecommendationPerson, WantedBody } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Kind } from '../models/moves.js';
import type { Recommendation } from '../models/recommendation.js';
import type { Texts } from '../texts/index.js';
import { askAssign } from './assign.js';
import { askDismiss, askDone } from './resolve.js';
import { askSnooze } from './snooze.js';

export interface Asking {
  texts: Texts;
  format: Format;
  today: string;
  me: string;
  people: readonly RecommendationPerson[];
}

/** What a person wants of these, asked for where the action needs more; null: they want it no more. */
export async function wantedOf(
  kind: Kind,
  rows: readonly Recommendation[],
  asking: Asking,
): Promise<WantedBody | null> {
  const { texts, format, today, me, people } = asking;
  const [only] = rows;
  const about =
    rows.length === 1 && only
      ? `${only.project_name}: ${only.title}`
      : texts.dialogs.for(rows.length, format.number(rows.length));
  switch (kind) {
    case 'assign':
      return askAssign(rows, about, people, today, texts);
    case 'mine':
      return { assignee: me };
    case 'snooze':
      return askSnooze(about, today, texts, format);
    case 'take':
      return { status: 'acknowledged' };
    case 'done':
      return askDone(about, texts);
    case 'dismiss':
      return askDismiss(about, texts);
  }
}
