import { COURTESY, NO_ANSWER, OFFER, PROBLEM, REQUEST, SMALL_TALK, WISH } from './answer-words.js';
import { detectApprovalRequest } from './approval-request.js';
import { isAutomatic } from './automatic.js';
import { detectNeed } from './need.js';
import { judge } from './learned/model.js';
import { has, isDenied, type Phrases, placesOf } from './phrases.js';
import { detectScopeChange } from './scope-change.js';
import type { Sentence } from './sentences.js';
import { feelingOf } from './sentiment.js';

/** From here on a client is unhappy enough that silence would be an answer, and a bad one. */
const UNHAPPY = -0.3;

/**
 * Whether a message expects that the other side says something. A team's does when it asks, requests something, or asks
 * for an approval; news, promises and courtesies ("let us know if you have any questions", "anything else?") leave that
 * to the client. A client's does when it asks, requests, reports a problem, wishes for more, or is plainly unhappy;
 * thanks, consent, praise and news end a talk or leave it where it is. What a machine wrote expects nothing. English
 * and Russian; a question mark says it in any language. See ownWords for what is read.
 */
export function expectsAnswer(text: string, side: 'client' | 'team'): boolean {
  if (isAutomatic(text)) return false;
  const judged = judge(text).filter(({ sentence }) => !has(NO_ANSWER, sentence.words));
  if (judged.some(({ sentence }) => asks(sentence, side))) return true;
  if (side === 'team') return detectApprovalRequest(text);
  return (
    judged.some(({ sentence: { words } }) => stands(PROBLEM, words) || stands(WISH, words)) ||
    feelingOf(judged) <= UNHAPPY ||
    detectScopeChange(text) ||
    detectNeed(text)
  );
}

function asks({ words, asks: isQuestion }: Sentence, side: 'client' | 'team'): boolean {
  if (isQuestion && /\p{L}/u.test(words) && !has(SMALL_TALK, words) && !(side === 'team' && has(OFFER, words)))
    return !has(COURTESY, words) || side === 'client';
  return stands(REQUEST, words) && !has(COURTESY, words) && !has(SMALL_TALK, words);
}

const stands = (pattern: Phrases, words: string): boolean =>
  placesOf(pattern, words).some(({ start }) => !isDenied(words, start));
