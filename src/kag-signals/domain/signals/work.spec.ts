import { describe, expect, it } from '@jest/globals';
import { eventsOf, type Given, refs } from '../../../../test/builders/domain-events.js';
import type { WorkingCalendar } from '../../../common/working-time/calendar.js';
import { workingTimeOf } from '../../../common/working-time/working-time.js';
import { readState } from '../read-state.js';
import { fold, startState } from '../state.js';

const OFFICE: WorkingCalendar = {
  time_zone: 'UTC',
  working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  working_hours: { start: '09:00', end: '17:00' },
};
/** A Monday morning. */
const NOW = '2026-03-30T09:00Z';

function read(...events: Given[]) {
  const state = startState();
  for (const one of eventsOf(events)) fold(state, one);
  return readState('project', state, Date.parse(NOW), workingTimeOf(OFFICE)).signals;
}
const blocked = (issue_id: string, at: string): Given => ['issue_blocked', Date.parse(at), { issue_id }];
const began = (stage_id: string, at: string, due_at: string | null): Given => [
  'stage_started',
  Date.parse(at),
  { stage_id, stage_name: stage_id, due_at },
];

describe('blockers, in working days', () => {
  it('does not grow older on a weekend', () => {
    expect(read(blocked('a', '2026-03-27T13:00Z')).blockers_age).toMatchObject({ value: 0.5, status: 'ok' });
    expect(read(blocked('a', '2026-03-25T09:00Z')).blockers_age).toMatchObject({ value: 3, status: 'warn' });
  });

  it('leaves out what is parked: 15 working days, and no one waits for it', () => {
    const signal = read(
      blocked('parked', '2026-03-06T16:00Z'),
      blocked('just', '2026-03-09T09:00Z'),
      blocked('new', '2026-03-27T09:00Z'),
      ['issue_created', Date.parse('2026-03-28T09:00Z'), { issue_id: 'other' }],
    ).blockers_age;
    expect(signal).toMatchObject({
      value: 8,
      details: { open_blockers: 2, parked_blockers: 1 },
      evidence_refs: refs(3, 2),
    });
    expect(read(blocked('parked', '2026-03-02T09:00Z')).blockers_age).toMatchObject({
      known: true,
      value: 0,
      details: { open_blockers: 0, parked_blockers: 1 },
      evidence_refs: [],
    });
  });
});

describe('overdue stages, in working days', () => {
  it('is late by working days', () => {
    expect(read(began('s', '2026-03-13T09:00Z', '2026-03-26T17:00Z')).stage_overdue).toMatchObject({
      value: 1,
      status: 'warn',
    });
  });

  it('takes a stage for over that is due when the next one begins, though no one closes it', () => {
    const first = began('one', '2026-03-09T09:00Z', '2026-03-20T17:00Z');
    expect(read(first).stage_overdue).toMatchObject({ value: 5, status: 'critical' });
    expect(read(first, began('two', '2026-03-20T17:00Z', '2026-04-03T17:00Z')).stage_overdue).toMatchObject({
      value: 0,
      details: { active_stages: 1, overdue_stages: 0 },
    });
  });

  it('lets stages go on side by side', () => {
    const signal = read(
      began('one', '2026-03-09T09:00Z', '2026-03-27T09:00Z'),
      began('beside', '2026-03-16T09:00Z', null),
    ).stage_overdue;
    expect(signal).toMatchObject({ value: 1, details: { active_stages: 2, overdue_stages: 1, stage_name: 'one' } });
  });

  it('does not take a stage for over whose own date is moved', () => {
    const signal = read(
      began('one', '2026-03-09T09:00Z', '2026-03-20T17:00Z'),
      began('one', '2026-03-24T09:00Z', '2026-03-26T17:00Z'),
    ).stage_overdue;
    expect(signal).toMatchObject({ value: 1, details: { active_stages: 1 } });
  });
});
