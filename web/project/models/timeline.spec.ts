import { describe, expect, it } from '@jest/globals';
import type { ProjectEvent } from '../../client/published.js';
import { Format } from '../../shared/format.js';
import type { Timeline } from '../reading.js';
import { en } from '../texts/en.js';
import { daysOf } from './timeline.js';

const format = new Format('en', 'UTC');
const REF = { source_table: 'cw_messages', source_pk: 'cwmsg:1:7' };

const event = (given: Partial<ProjectEvent>): ProjectEvent => ({
  id: '1',
  event_type: 'message_sent',
  occurred_at: '2026-02-03T10:11:12Z',
  recorded_at: '2026-02-03T10:11:13Z',
  actor: 'client',
  source: 'chatwoot',
  source_ref: null,
  source_url: null,
  source_message_id: null,
  source_linear_issue_id: null,
  source_attio_record_id: null,
  payload_json: {},
  evidence_refs: [],
  holds: true,
  alternatives: null,
  feedback: null,
  ...given,
});

const days = (events: ProjectEvent[], words: Timeline['words'] = new Map()) =>
  daysOf({ events, words, more: false }, en, format);

describe('a timeline', () => {
  it('has days with what happened on each', () => {
    const shown = days([
      event({}),
      event({ occurred_at: '2026-02-03T08:00:00Z' }),
      event({ occurred_at: '2026-02-01T08:00:00Z' }),
    ]);
    expect(shown.map(({ name, happenings }) => [name.replace(',', ''), happenings.map(({ at }) => at)])).toEqual([
      ['Tuesday 3 February 2026', ['10:11', '08:00']],
      ['Sunday 1 February 2026', ['08:00']],
    ]);
  });

  it('tells of a message once, by what it did, in its own words', () => {
    const words = new Map([['cw_messages:cwmsg:1:7', { ...REF, text: 'We want more.', author: 'Noor' }]]);
    const events = ['scope_change_detected', 'message_sent', 'agreement_created'].map((event_type) =>
      event({
        event_type,
        evidence_refs: [{ ...REF, url: 'https://chat.example/7' }],
        payload_json: { what: 'until Friday', due_at: '2026-02-06T00:00:00Z' },
      }),
    );
    const [day] = days(events, words);
    expect(day?.happenings).toHaveLength(1);
    expect(day?.happenings[0]).toMatchObject({
      names: ['Request beyond scope', 'Promise made'],
      who: 'Noor',
      text: 'We want more.',
      quoted: true,
      notes: ['promised for 6 Feb'],
      link: { url: 'https://chat.example/7', text: 'Open in Chatwoot' },
    });
  });

  it('tells what was heard in words, and what people said of it', () => {
    const refs = { evidence_refs: [{ ...REF }] };
    const heard: Partial<ProjectEvent> = {
      ...refs,
      event_type: 'need_detected',
      alternatives: ['scope_change_detected'],
    };
    const feedback = {
      right: false,
      instead: 'scope_change_detected' as const,
      by: 'anna',
      at: '2026-02-04T08:00:00Z',
    };
    const judgement = {
      id: '2',
      name: 'Client has a new need',
      right: false,
      instead: 'scope_change_detected',
      by: 'anna',
      others: [{ type: 'scope_change_detected', name: 'Request beyond scope' }],
    };
    const added: Partial<ProjectEvent> = {
      ...refs,
      event_type: 'scope_change_detected',
      alternatives: ['need_detected'],
    };
    const [day] = days([
      event({ ...added, id: '3', payload_json: { by_person: true } }),
      event({ ...heard, id: '2', holds: false, feedback }),
      event({ ...refs, id: '1' }),
    ]);
    expect(day?.happenings).toMatchObject([
      {
        id: '1',
        names: ['Request beyond scope'],
        judgements: [judgement],
        notes: ['Request beyond scope: said by a person'],
      },
    ]);
    const [unsaid] = days([event({ ...heard, id: '2' }), event({ ...refs, id: '1' })]);
    expect(unsaid?.happenings[0]).toMatchObject({
      names: ['Client has a new need'],
      judgements: [{ ...judgement, right: null, instead: '', by: null }],
    });
  });

  it('leaves nothing but the message where all is taken back, and what people put there and took away', () => {
    const gone = { holds: false, evidence_refs: [{ ...REF }], alternatives: [] };
    const [day] = days([
      event({ ...gone, id: '3', event_type: 'need_detected', payload_json: { by_person: true } }),
      event({ ...gone, id: '2', event_type: 'agreement_created', payload_json: { due_at: '2026-02-06T00:00:00Z' } }),
      event({ evidence_refs: [{ ...REF }], id: '1' }),
    ]);
    expect(day?.happenings).toMatchObject([{ names: ['Message'], judgements: [{ id: '2' }], notes: [] }]);
  });

  it.each([
    ['issue_blocked', { identifier: 'WEB-1', title: 'Shop' }, 'WEB-1 · Shop', []],
    ['issue_created', { identifier: 'WEB-1', due_date: '2026-02-06' }, 'WEB-1', ['due 6 Feb']],
    ['deal_stage_changed', { deal_name: 'Shop', from: 'Offer', to: 'Won' }, 'Shop', ['Offer → Won']],
    ['deal_stage_changed', { deal_name: 'Shop', from: null, to: 'Won' }, 'Shop', ['Won']],
    [
      'finance_entry_recorded',
      { deal_name: 'Shop', entry_type: 'cost', amount: 1200, currency: 'EUR' },
      'Shop',
      ['Cost: 1,200 EUR'],
    ],
    ['note_logged', { title: 'Call' }, 'Call', []],
    ['of_a_newer_server', {}, null, []],
  ])('tells of %s what it has', (event_type, payload_json, text, notes) => {
    const [day] = days([event({ event_type, payload_json, source: 'linear' })]);
    expect(day?.happenings[0]).toMatchObject({ text, notes, quoted: false });
  });
});
