import { describe, expect, it } from '@jest/globals';
import type { Source } from '../core/contract.js';
import { chatwootEvents } from './events.js';
import { chatwootTexts } from './texts.js';

const source: Source = {
  connector: 'chatwoot',
  externalId: '7',
  baseUrl: 'https://chat.example.org',
  apiToken: 't',
  filter: {},
};
/** A row as the database gives it back: bigints as text. */
const ROW = {
  message_global_id: 'cwmsg:7:90201',
  conversation_id: '341',
  message_id: '90201',
  message_type: 0,
  private: false,
  content: 'The invoice is wrong again',
  sent_at: new Date('2026-01-01T00:00:00Z'),
  deleted_at: null,
};
const change = (before: object | null, after: object) => ({
  table: 'cw_messages',
  before: before && { ...ROW, ...before },
  after: { ...ROW, ...after },
});
const deleted_at = new Date('2026-01-02T00:00:00Z');

describe('message_sent', () => {
  it('tells who said it, where, and how it sounded', () => {
    expect(chatwootEvents(change(null, {}), source)).toEqual([
      {
        event_type: 'message_sent',
        occurred_at: ROW.sent_at,
        actor: 'client',
        source: 'chatwoot',
        source_ref: 'cwmsg:7:90201',
        source_url: 'https://chat.example.org/app/accounts/7/conversations/341?messageId=90201',
        source_message_id: 'cwmsg:7:90201',
        payload: {
          sender: 'client',
          sender_id: null,
          conversation_id: 'cw:7:341',
          sentiment_score: expect.any(Number),
          expects_answer: expect.any(Boolean),
          automatic: false,
        },
        evidence: [{ message_id: 'cwmsg:7:90201', source_table: 'cw_messages', source_pk: 'cwmsg:7:90201' }],
        dedupe_key: 'message_sent:cwmsg:7:90201',
      },
    ]);
  });

  it.each<[string, object | null, object, string | null]>([
    ['an outgoing message', null, { message_type: 1 }, 'team'],
    ['a template', null, { message_type: 3 }, 'team'],
    ['an attachment without text', null, { content: null }, 'client'],
    ['a note', null, { private: true }, null],
    ['an activity line', null, { message_type: 2 }, null],
    ['a kind to come', null, { message_type: 9 }, null],
    ['a message already deleted', null, { deleted_at }, null],
    ['an edit', {}, { content: 'else' }, null],
    ['a deletion', {}, { deleted_at }, null],
  ])('%s', (_name, before, after, sender) =>
    expect(chatwootEvents(change(before, after), source)[0]?.actor ?? null).toBe(sender),
  );
});

describe('texts', () => {
  it.each<[string, object | null, object, (string | null)[]]>([
    ['a new message', null, {}, [ROW.content]],
    ['an edit', {}, { content: 'else' }, ['else']],
    ['a new status', {}, { status: 'read' }, []],
    ['a deletion', {}, { deleted_at }, [null]],
    ['made private', {}, { private: true }, [null]],
    ['emptied', {}, { content: ' ' }, [null]],
    ['back again', { deleted_at }, {}, [ROW.content]],
    ['a note', null, { private: true }, []],
    ['an activity line', null, { message_type: 2 }, []],
    ['a file without text', null, { content: null }, []],
  ])('%s', (_name, before, after, texts) =>
    expect(chatwootTexts(change(before, after), source).map(({ text }) => text)).toEqual(texts),
  );

  it('is nothing for other tables', () => {
    expect(chatwootTexts({ ...change(null, {}), table: 'cw_contacts' }, source)).toEqual([]);
    expect(chatwootEvents({ ...change(null, {}), table: 'cw_contacts' }, source)).toEqual([]);
  });
});
