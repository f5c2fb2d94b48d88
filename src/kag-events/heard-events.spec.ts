import { describe, expect, it } from '@jest/globals';
import { DOMAIN_EVENTS } from './event-catalogue.js';
import { alternativesTo, HEARD_TYPES, isHeard } from './heard-events.js';

describe('what an event may have been instead', () => {
  it.each([
    ['need_detected', 'client', ['approval_approved', 'agreement_created', 'scope_change_detected']],
    ['agreement_created', 'client', ['approval_approved', 'scope_change_detected', 'need_detected']],
    ['agreement_created', 'team', ['approval_requested']],
    ['approval_requested', 'team', ['agreement_created']],
    ['invoice_sent', 'team', ['invoice_paid']],
    ['message_sent', 'client', null],
    ['event_corrected', 'team', null],
    ['process_started', 'system', null],
  ] as const)('%s of the %s', (type, actor, expected) => {
    expect(alternativesTo(type, actor)).toEqual(expected);
  });

  it('is never the event itself, and always something that its side can do', () => {
    for (const type of HEARD_TYPES)
      for (const actor of DOMAIN_EVENTS[type].actors)
        for (const other of alternativesTo(type, actor) ?? []) {
          expect(other).not.toBe(type);
          expect(isHeard(other)).toBe(true);
          expect(DOMAIN_EVENTS[other].actors).toContain(actor);
        }
  });
});
