import { dueDateIn } from './due-date.js';
import { judge, marginOf } from './learned/model.js';
import { spelled } from './learned/spelling.js';

export interface HeardAgreement {
  readonly due_at: Date | null;
  readonly what: string;
}

const LONGEST_WHAT = 300;

/**
 * What the author of a message commits to do, or null: a promise ("we'll send the contract by Friday"), what was agreed
 * ("договорились: запуск 12 марта"), a delivery with its day. Not: questions, denials, conditions, doubts, proposals,
 * requests to another, what others do, threats.
 *
 * `what` is the sentence as written (with plain quotation marks and single spaces), at most 300 characters; `due_at` as
 * in dueDateIn, from that sentence only. Of several commitments the first with a due date counts, else the first. See
 * ownWords for what is read.
 */
export function detectAgreement(text: string, sentAt: Date): HeardAgreement | null {
  const judged = judge(text);
  if (judged.some(({ facts }) => facts.includes('proposes'))) return null;
  const agreements = judged
    .filter((one) => marginOf(one, 'agreement') > 0)
    .map(({ sentence }) => ({ due_at: dayIn(sentence.words, sentAt), what: shortened(sentence.said) }));
  return agreements.find(({ due_at }) => due_at !== null) ?? agreements[0] ?? null;
}

/**
 * The commitment in a text of which a person says that it holds one: the sentence that is likeliest to be it, one with
 * a due date before all others; null where there are no words. `what` and `due_at` as in detectAgreement.
 */
export function likeliestAgreement(text: string, sentAt: Date): HeardAgreement | null {
  const [best] = judge(text)
    .map((one) => ({
      margin: marginOf(one, 'agreement'),
      due_at: dayIn(one.sentence.words, sentAt),
      what: shortened(one.sentence.said),
    }))
    .sort((a, b) => Number(b.due_at !== null) - Number(a.due_at !== null) || b.margin - a.margin);
  return best ? { due_at: best.due_at, what: best.what } : null;
}

/** The day as it is written, else as it is meant where it holds a typing error. */
const dayIn = (words: string, sentAt: Date): Date | null =>
  dueDateIn(words, sentAt) ?? dueDateIn(words.split(' ').map(spelled).join(' '), sentAt);

const shortened = (said: string): string =>
  said
    .slice(0, LONGEST_WHAT)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
