import type { Action } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';
import type { Tone } from './row.js';

/** An action, as far as its words say something of it. */
export type Undertaking = Pick<
  Action,
  'kind' | 'status' | 'target_label' | 'text' | 'due_at' | 'last_error' | 'outcome'
>;

/** How an action is shown, in words. */
export interface ShownAction {
  what: string;
  status: { text: string; tone: Tone };
  /** What has come of it, and what went wrong. */
  notes: string[];
}

const TONES: Readonly<Record<Action['status'], Tone>> = {
  draft: 'warning',
  queued: 'quiet',
  sending: 'quiet',
  done: 'good',
  failed: 'bad',
  unsure: 'warning',
  cancelled: 'quiet',
};

/** Whether it will change by itself within moments. */
export const isUnderWay = ({ status, due_at }: Pick<Action, 'status' | 'due_at'>): boolean =>
  (status === 'queued' && due_at === null) || status === 'sending';

export function shownAction(action: Undertaking, { outbox: words }: Texts, format: Format): ShownAction {
  const { kind, status, target_label: target, due_at, text } = action;
  const name = words.kinds[kind] ?? kind;
  const isReminder = due_at !== null;
  return {
    what: isReminder ? `${name}: ${text}` : target === null ? name : `${name}: ${target}`,
    status: {
      text: isReminder && status === 'queued' ? words.dueAt(format.time(due_at)) : words.statuses[status],
      tone: TONES[status],
    },
    notes: notesOf(action, words, format),
  };
}

function notesOf(
  { status, last_error: error, outcome }: Undertaking,
  words: Texts['outbox'],
  format: Format,
): string[] {
  return [
    ...(status === 'unsure' ? [words.unsure] : []),
    ...(error !== null && status !== 'done' && status !== 'cancelled' ? [words.error(error)] : []),
    ...(outcome === null ? [] : outcome.gone ? [words.gone] : comeOf(outcome, words, format)),
  ];
}

function comeOf(
  { state, answered_at: answered, answers }: NonNullable<Action['outcome']>,
  words: Texts['outbox'],
  format: Format,
): string[] {
  if (state !== null) return [words.state(state)];
  if (answers === null) return [];
  return [answered === null ? words.noAnswer : words.answered(format.time(answered))];
}
