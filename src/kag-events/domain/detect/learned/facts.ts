import { COURTESY, OFFER, PROBLEM, REQUEST, WISH } from '../answer-words.js';
import { has } from '../phrases.js';
import { mayPromise, promises, proposes } from '../rules/agreement.js';
import { approves, isContent, reserves } from '../rules/approval.js';
import { requestsApproval } from '../rules/approval-request.js';
import { showsNeed } from '../rules/need.js';
import { asksForMore } from '../rules/scope-change.js';
import type { Sentence } from '../sentences.js';

const NAMES_DAY =
  / (?:\d{1,2}(?:st|nd|rd|th)?|\d+[./-]\d+\S*|mon|tue|wed|thu|fri|sat|sun|\S*day|today|tomorrow|tonight|eod|eow|noon|weeks?|months?|days|hours?|january|february|march|april|june|july|august|september|october|november|december|сегодня|завтра|послезавтра|понедельник\S*|вторник\S*|сред[аыу]|четверг\S*|пятниц\S*|суббот\S*|воскресень\S*|недел\S*|дн[яей]\S*|час\S*|месяц\S*|выходны\S*|январ\S*|феврал\S*|март\S*|апрел\S*|ма[яй]|июн\S*|июл\S*|август\S*|сентябр\S*|октябр\S*|ноябр\S*|декабр\S*|числ\S*) /u;

/** What the rules find in a sentence, by names that the model has learned to weigh. */
export function factsOf(sentence: Sentence, mood: number): string[] {
  const { words } = sentence;
  const facts: string[] = [];
  const fact = (name: string, is: boolean) => is && facts.push(name);
  const dated = NAMES_DAY.test(words);
  fact('day', dated);
  fact('asks approval', requestsApproval(sentence));
  fact('approves', approves(sentence));
  fact('content', isContent(sentence));
  fact('reserves', reserves(sentence));
  fact('bound', !mayPromise(sentence));
  fact(dated ? 'promises a day' : 'promises', promises(words, dated));
  fact('proposes', proposes(sentence));
  fact('more', asksForMore(sentence));
  fact('need', showsNeed(sentence));
  fact('requests', has(REQUEST, words));
  fact('wishes', has(WISH, words));
  fact('problem', has(PROBLEM, words));
  fact('courtesy', has(COURTESY, words));
  fact('offers', has(OFFER, words));
  fact('calls', sentence.calls);
  fact('quotes', words.includes(' " '));
  facts.push(`mood ${Math.round(mood * 3)}`);
  return facts;
}

/** What the sentences around one say about it. */
export function factsAround(all: readonly (readonly string[])[], sentences: readonly Sentence[], at: number): string[] {
  if (sentences.length < 2) return [];
  const others = (is: (index: number) => boolean) => sentences.some((_, index) => index !== at && is(index));
  return [
    'others',
    ...(others((one) => sentences[one]?.asks === true) ? ['others ask'] : []),
    ...(others((one) => all[one]?.includes('reserves') === true) ? ['others reserve'] : []),
    ...(at === 0 ? ['first'] : []),
  ];
}
