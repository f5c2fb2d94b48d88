import { describe, expect, it } from '@jest/globals';
import type { JudgedText } from '../src/event-feedback/judged-texts.js';
import { labelledBy, reportOn } from './feedback.js';

const said = (text: string, given: Partial<JudgedText> = {}): JudgedText => ({
  text,
  actor: 'client',
  language: 'en',
  event_type: 'need_detected',
  right: false,
  instead: null,
  ...given,
});
const learned = (...texts: JudgedText[]) => labelledBy(texts).map(({ text, about, right }) => [text, about, right]);

describe('what people said', () => {
  it('is a near miss of what was heard, and the right of what it was instead', () => {
    expect(learned(said('We look for a painter'))).toEqual([['We look for a painter', 'need', { need: false }]]);
    expect(learned(said('And a form', { instead: 'scope_change_detected' }))).toEqual([
      ['And a form', 'need', { need: false, scope_change: true }],
    ]);
    expect(learned(said('We need SEO', { right: true }))).toEqual([['We need SEO', 'need', { need: true }]]);
  });

  it('is told of each text once', () => {
    const both = [said('Fine, and SEO?', { right: true }), said('Fine, and SEO?', { event_type: 'approval_approved' })];
    expect(learned(...both)).toEqual([['Fine, and SEO?', 'need', { need: true, approval: false }]]);
  });

  it('teaches nothing where people contradict each other', () => {
    expect(learned(said('Hm'), said('Hm', { right: true }))).toEqual([]);
    expect(
      learned(said('Hm'), said('Hm', { right: true, event_type: 'approval_approved' }), said('Hm', { right: true })),
    ).toEqual([['Hm', 'need', { approval: true }]]);
  });

  it('is held back by none, and stands under its own line', () => {
    const [one, other] = labelledBy([said('One'), said('Other')]);
    expect([one?.held, one?.framed, one?.manner, one?.line === other?.line]).toEqual([false, false, 'said', false]);
  });

  it('of an invoice is nothing that is learned', () => {
    expect(learned(said('Invoice 12', { event_type: 'invoice_sent' }))).toEqual([]);
  });

  it('is counted in the report, without a word of it', () => {
    const texts = [
      said('One', { right: true }),
      said('Two', { instead: 'scope_change_detected' }),
      said('Three', { event_type: 'scope_change_detected', right: true }),
    ];
    const report = reportOn(texts, 2, labelledBy(texts));
    expect(report.split('\n')).toEqual([
      '3 verdicts of people, on 3 texts that are learned from; 2 left out, since their words are others now, or gone',
      '  scope_change_detected: 1 right, 0 wrong, 1 in place of another',
      '  need_detected: 1 right, 1 wrong, 0 in place of another',
      '',
    ]);
  });
});
