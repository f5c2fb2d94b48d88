import type { RecommendationChange, RecommendationState } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';

/** What a person did to a recommendation, in words. */
export interface StoryLine {
  key: string;
  who: string;
  when: string;
  did: string;
  note: string | null;
}

/** What people have made of a recommendation, the newest first. What changed nothing that is shown is left out. */
export function storyOf(history: readonly RecommendationChange[], texts: Texts, format: Format): StoryLine[] {
  return history.flatMap((change) => {
    const { at, by, before, after } = change;
    const did = didOf(change, texts, format);
    const note = after.resolution_note === before.resolution_note ? null : after.resolution_note;
    return did === '' ? [] : [{ key: `${at} ${by}`, who: by, when: format.time(at), did, note }];
  });
}

function didOf({ what, before, after }: RecommendationChange, texts: Texts, format: Format): string {
  const { story: words } = texts;
  if (what === 'feedback') return words.feedback;
  const differs = (key: keyof RecommendationState) => before[key] !== after[key];
  const parts = [
    ...(differs('status') || differs('snoozed_until') ? [standingOf(after, texts, format)] : []),
    ...(differs('assignee') ? [after.assignee === null ? words.unassigned : words.assigned(after.assignee)] : []),
    ...(differs('due_date') && after.due_date !== null ? [words.due(format.day(after.due_date))] : []),
  ].filter((part) => part !== '');
  return what === 'undo' ? words.undone(parts.join(', ')) : parts.join(', ');
}

/** As what it stands there: '' where that is not told. */
function standingOf({ status, snoozed_until, resolution }: RecommendationState, texts: Texts, format: Format): string {
  if (status === null) return '';
  if (status === 'new') return texts.row.isNew;
  if (status === 'snoozed' && snoozed_until !== null) return texts.row.snoozedUntil(format.day(snoozed_until));
  const text = texts.statuses[status];
  return resolution === null ? text : `${text}: ${texts.resolutions[resolution]}`;
}
