import { describe, expect, it } from '@jest/globals';
import { attioEvents } from '../../src/connectors/attio/events.js';
import { chatwootEvents } from '../../src/connectors/chatwoot/events.js';
import type { RowChange, Source } from '../../src/connectors/core/contract.js';
import { linearEvents } from '../../src/connectors/linear/events.js';
import { DOMAIN_EVENTS } from '../../src/kag-events/event-catalogue.js';
import type { NewEvent } from '../../src/kag-events/index.js';
import { silenceEvent } from '../../src/kag-signals/silence-event.js';
import { declaredRecords } from '../support/declared-records.js';

type Values = Record<string, unknown>;

const AT = '2026-03-02T10:00:00.000Z';
const LATER = '2026-03-09T10:00:00.000Z';
const SOURCE: Source = {
  connector: 'chatwoot',
  externalId: '1',
  baseUrl: 'https://chat.example.org',
  apiToken: 't',
  filter: {},
};

const message = (speaker: 'client' | 'team', content: string): Values => ({
  message_id: 90,
  conversation_id: 7,
  message_type: speaker === 'client' ? 0 : 1,
  private: false,
  deleted_at: null,
  sent_at: AT,
  content,
});
const issue = (more: Values = {}): Values => ({
  id: 'i-1',
  identifier: 'WEB-1',
  title: 'Booking form',
  url: null,
  priority: 2,
  due_date: null,
  state_type: 'started',
  blocked: false,
  blocked_by: [],
  vendor_created_at: AT,
  created_at: AT,
  latest_change_at: AT,
  deleted_at: null,
  ...more,
});
const cycle = (more: Values = {}): Values => ({
  id: 'c-1',
  name: 'Sprint 1',
  number: 1,
  started: true,
  starts_at: AT,
  ends_at: LATER,
  created_at: AT,
  completed_at: null,
  deleted_at: null,
  ...more,
});
const deal = (more: Values = {}): Values => ({
  record_id: 'd-1',
  name: 'Website',
  stage_id: 's-1',
  stage_title: 'Proposal',
  planned_budget: 1000,
  vendor_created_at: AT,
  deleted_at: null,
  ...more,
});
const activity = (kind: string, more: Values = {}): Values => ({
  activity_id: 'a-1',
  record_id: 'd-1',
  kind,
  title: 'Call',
  content: '',
  vendor_created_at: AT,
  deleted_at: null,
  ...more,
});
const person = (more: Values = {}): Values => ({
  record_id: 'p-1',
  name: 'Anna',
  emails: ['anna@example.org'],
  vendor_created_at: AT,
  deleted_at: null,
  ...more,
});

const inChatwoot = (after: Values) => chatwootEvents({ table: 'cw_messages', before: null, after }, SOURCE);
const inLinear = (table: string, after: Values, before: Values | null = null) =>
  linearEvents({ table, before, after } satisfies RowChange, 60);
const inAttio = (table: string, after: Values, before: Values | null = null) => attioEvents({ table, before, after });

/** A change for every kind of event that there is, and what the server tells of each. */
const events: readonly NewEvent[] = [
  inChatwoot(message('team', 'Please approve the new homepage design. We will send the draft by 9 March 2026.')),
  inChatwoot(message('client', 'Approved, please go ahead!')),
  inChatwoot(message('client', 'Could you also add a booking form to the site?')),
  inChatwoot(message('client', 'Do you also do SEO?')),
  [
    silenceEvent(
      'p',
      {
        at: Date.parse(AT),
        since: AT,
        conversation: 'cw:1:7',
        refs: [{ source_table: 'cw_messages', source_pk: 'cwmsg:1:9' }],
      },
      declaredRecords(),
    ),
  ],
  inLinear('linear_issues_raw', issue()),
  inLinear('linear_issues_raw', issue({ blocked: true, latest_change_at: LATER }), issue()),
  inLinear('linear_issues_raw', issue({ latest_change_at: LATER }), issue({ blocked: true })),
  inLinear('linear_issues_raw', issue({ state_type: 'completed', completed_at: LATER }), issue()),
  inLinear('linear_cycles_raw', cycle({ completed_at: LATER })),
  inAttio('attio_opportunities_raw', deal({ stage_id: 's-2', stage_title: 'Won' }), deal()),
  inAttio('attio_opportunities_raw', deal()),
  inAttio('attio_activities_raw', activity('note', { content: 'Invoice 12 was paid.' })),
  inAttio('attio_activities_raw', activity('task', { content: 'Invoice 12 sent.' })),
  inAttio('attio_people_raw', person({ name: 'Anna Berg' }), person()),
].flat();

describe('the catalogue of events', () => {
  it('has every type that is told, and no other', () => {
    expect([...new Set(events.map((event) => event.event_type))].sort()).toEqual(Object.keys(DOMAIN_EVENTS).sort());
  });

  it.each(events.map((event) => [event.event_type, event] as const))('%s is as the catalogue says', (type, event) => {
    const { source, actors, payload } = DOMAIN_EVENTS[type];
    expect(event.source).toBe(source);
    expect(actors).toContain(event.actor);
    expect(Object.keys(event.payload).sort()).toEqual(Object.keys(payload).sort());
  });
});
