import { describe, expect, it } from '@jest/globals';
import { causesSaying } from './words-of-causes.js';

describe('looking for recommendations by their words', () => {
  it('finds the causes that say a word, in any language and case, however many there are', () => {
    expect(causesSaying('BLOCKED')).toEqual(['work_blocked']);
    expect(causesSaying('margin')).toContain('thin_margin');
    expect(causesSaying('бюджет')).toContain('over_budget');
    expect(causesSaying('answer')).toEqual(expect.arrayContaining(['client_silent', 'question_open']));
  });

  it('finds none by a figure, which differs from one to the next', () => {
    expect(causesSaying('5')).toEqual([]);
    expect(causesSaying('zebra')).toEqual([]);
  });
});
