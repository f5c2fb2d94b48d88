import { describe, expect, it } from '@jest/globals';
import type { JudgedEvent } from '../kag-events/index.js';
import { replacementFor } from './replacement.js';

const SENT = new Date('2026-03-02T10:00:00.000Z');
const heard = (event_type: string, payload_json: Record<string, unknown>, dedupe_key: string) =>
  ({ id: '7', event_type, occurred_at: SENT, source_ref: 'm:1', payload_json, dedupe_key }) as JudgedEvent;

describe('what stands in the place of a wrong event', () => {
  it.each([
    [
      'in a message',
      heard('need_detected', { conversation_id: 'c' }, 'need_detected:m:1'),
      'scope_change_detected',
      { payload: { conversation_id: 'c', by_person: true }, dedupe_key: 'scope_change_detected:m:1' },
    ],
    [
      'in a message that was edited',
      heard('need_detected', { conversation_id: 'c' }, 'need_detected:m:1:0a1b'),
      'approval_approved',
      { payload: { conversation_id: 'c', by_person: true }, dedupe_key: 'approval_approved:m:1:0a1b' },
    ],
    [
      'an agreement that was heard is nothing but its conversation',
      heard(
        'agreement_created',
        { conversation_id: 'c', agreement_id: 'a', due_at: null, what: 'x' },
        'agreement_created:m:1',
      ),
      'approval_requested',
      { payload: { conversation_id: 'c', by_person: true }, dedupe_key: 'approval_requested:m:1' },
    ],
    [
      'in a note',
      heard('invoice_sent', { activity_id: 'n', title: 'Invoice 12' }, 'invoice_sent:n'),
      'invoice_paid',
      { payload: { activity_id: 'n', title: 'Invoice 12', by_person: true }, dedupe_key: 'invoice_paid:n' },
    ],
  ] as const)('%s', (_name, event, type, expected) => {
    expect(replacementFor(event, type, null)).toEqual({ event_id: '7', event_type: type, ...expected });
  });

  it('is an agreement with the day that its words name, and without one where they are gone', () => {
    const event = heard('need_detected', { conversation_id: 'c' }, 'need_detected:m:1');
    const of = (words: string | null) => replacementFor(event, 'agreement_created', words).payload;
    expect(of('Fine, by 9 March 2026.')).toEqual({
      conversation_id: 'c',
      agreement_id: 'agreement:m:1',
      due_at: '2026-03-09T23:59:59.999Z',
      what: 'Fine, by 9 March 2026',
      by_person: true,
    });
    expect(of(null)).toMatchObject({ due_at: null, what: '' });
  });
});
