import type { Format } from '../../shared/format.js';
import type { Recommendation } from './recommendation.js';
import type { Texts } from '../texts/index.js';

export type Tone = 'good' | 'warning' | 'bad' | 'quiet';

/** How a recommendation is shown, in words. */
export interface Row {
  id: string;
  title: string;
  project: string;
  category: string;
  why: string;
  priority: { text: string; tone: Tone };
  due: { text: string; overdue: boolean } | null;
  who: string;
  /** What people have made of it; null while it is new. */
  status: { text: string; tone: Tone } | null;
  /** What is to be known before somebody acts on it. */
  notes: string[];
}

const TONES: Readonly<Record<number, Tone>> = { 5: 'bad', 4: 'warning' };

/** @param today YYYY-MM-DD at the person's place */
export function rowOf(one: Recommendation, texts: Texts, format: Format, today: string): Row {
  const { labels, row: words } = texts;
  return {
    id: one.id,
    title: one.title,
    project: one.project_name,
    category: labels.categories[one.category] ?? one.category,
    why: one.rationale,
    priority: {
      text: words.priorities[one.priority] ?? String(one.priority),
      tone: isOpen(one) ? (TONES[one.priority] ?? 'quiet') : 'quiet',
    },
    due: isOpen(one) ? dueOf(one.due_date, texts, format, today) : null,
    who: one.assignee ?? words.unassigned(labels.roles[one.owner_role] ?? one.owner_role),
    status: statusOf(one, texts, format),
    notes: notesOf(one, texts, format),
  };
}

/** Whether it is still something to do. */
const isOpen = ({ status }: Recommendation): boolean => status === 'new' || status === 'acknowledged';

function dueOf(due: string, { row: words }: Texts, format: Format, today: string) {
  const day = format.day(due);
  if (due < today) return { text: words.overdue(day), overdue: true };
  return { text: due === today ? words.dueToday : words.due(day), overdue: false };
}

function statusOf({ status, snoozed_until, resolution }: Recommendation, texts: Texts, format: Format): Row['status'] {
  const { row: words, statuses, resolutions } = texts;
  if (status === 'new') return null;
  if (status === 'snoozed' && snoozed_until !== null)
    return { text: words.snoozedUntil(format.day(snoozed_until)), tone: 'quiet' };
  const text = resolution === null ? statuses[status] : `${statuses[status]}: ${resolutions[resolution]}`;
  return { text, tone: status === 'done' ? 'good' : 'quiet' };
}

function notesOf(one: Recommendation, { row: words }: Texts, format: Format): string[] {
  const { episode_ended_at, condition_gone_since, reopened_reason } = one;
  const day = (time: string) => format.day(time.slice(0, 10));
  return [
    ...(isOpen(one) && reopened_reason !== null ? [words.reopened[reopened_reason]] : []),
    ...(episode_ended_at !== null
      ? [words.over(day(episode_ended_at))]
      : condition_gone_since !== null
        ? [words.gone(day(condition_gone_since))]
        : []),
  ];
}
