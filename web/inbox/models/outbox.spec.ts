import { describe, expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { isUnderWay, shownAction, type Undertaking } from './outbox.js';

const ACTION: Undertaking = {
  kind: 'linear_issue',
  status: 'done',
  target_label: 'Acme (ACM)',
  text: 'They wait.',
  due_at: null,
  last_error: null,
  outcome: null,
};
const NOTHING = { gone: false, state: null, state_type: null, answered_at: null, answers: null };
const shown = (more: Partial<Undertaking>, language: 'en' | 'ru' = 'en') =>
  shownAction({ ...ACTION, ...more }, TEXTS[language], new Format(language));

describe('an action on the page', () => {
  it('says what it is and where it went', () => {
    expect(shown({})).toEqual({
      what: 'Issue in Linear: Acme (ACM)',
      status: { text: 'Done', tone: 'good' },
      notes: [],
    });
    expect(shown({ target_label: null }).what).toBe('Issue in Linear');
  });

  it.each([
    ['the state of the issue', { state: 'In Progress' }, 'State: In Progress'],
    ['that there is no answer', { answers: 0 }, 'The client has not answered yet.'],
    ['that it was deleted', { gone: true, state: 'Done' }, 'It was deleted there since.'],
  ])('says %s', (_what, outcome, note) => {
    expect(shown({ outcome: { ...NOTHING, ...outcome } }).notes).toEqual([note]);
  });

  it('says when the client has answered', () => {
    const outcome = { ...NOTHING, answers: 2, answered_at: '2026-02-07T08:30:00.000Z' };
    expect(shown({ outcome }).notes).toEqual([expect.stringMatching(/^The client has answered: .*2026/)]);
    expect(shown({ outcome }, 'ru').notes).toEqual([expect.stringMatching(/^Клиент ответил: .*2026/)]);
  });

  it('says what went wrong as long as it matters', () => {
    const last_error = 'linear POST issueCreate answered 401';
    expect(shown({ status: 'failed', last_error }).notes).toEqual([`It did not work: ${last_error}`]);
    expect(shown({ status: 'unsure', last_error }).notes).toHaveLength(2);
    expect(shown({ status: 'done', last_error }).notes).toEqual([]);
    expect(shown({ status: 'cancelled', last_error }).notes).toEqual([]);
  });

  it('tells reminders by their words and their time', () => {
    const reminder = {
      kind: 'reminder' as const,
      status: 'queued' as const,
      target_label: null,
      due_at: '2026-02-07T08:30:00.000Z',
    };
    expect(shown(reminder)).toMatchObject({
      what: 'Reminder: They wait.',
      status: { text: expect.stringMatching(/^Due .*2026/), tone: 'quiet' },
    });
    expect(isUnderWay({ ...ACTION, ...reminder })).toBe(false);
  });

  it('is under way while it is queued or sent', () => {
    const statuses = ['draft', 'queued', 'sending', 'done', 'failed', 'unsure', 'cancelled'] as const;
    expect(statuses.filter((status) => isUnderWay({ ...ACTION, status }))).toEqual(['queued', 'sending']);
  });
});
