import { describe, expect, it } from '@jest/globals';
import type { Source } from '../core/contract.js';
import { ChatwootMapper } from './mapper.js';
import { readRows, readWrapper } from './parse.js';
import { contactSchema, conversationPageSchema, conversationSchema, inboxSchema, messageSchema } from './payloads.js';

const source: Source = {
  connector: 'chatwoot',
  externalId: '7',
  baseUrl: 'https://chat.example.org',
  apiToken: 't',
  filter: {},
};
const mapper = new ChatwootMapper(source);
const CONVERSATION = {
  id: 341,
  inbox_id: 12,
  status: 'open',
  created_at: 1767225600,
  updated_at: 1767312000.512345,
  last_activity_at: 1767311999,
};
const MESSAGE = { id: 90201, content: 'Invoice missing', message_type: 0, created_at: 1767225600 };

const conversation = (extra: object) => {
  const { records, failures } = readRows(conversationSchema, [{ ...CONVERSATION, ...extra }], String);
  return records[0] ? mapper.conversation(records[0]).values : failures[0]?.message;
};
const message = (extra: object) => {
  const { records, failures } = readRows(messageSchema, [{ ...MESSAGE, ...extra }], String);
  return records[0] ? mapper.message(341, records[0]) : failures[0]?.message;
};

describe('conversations', () => {
  it.each<[string, object, object]>([
    [
      'keeps the fraction of updated_at',
      {},
      { vendor_updated_at: 1767312000.512345, conversation_global_id: 'cw:7:341' },
    ],
    [
      '0 for a missing date',
      { waiting_since: 0, first_reply_created_at: 0 },
      { waiting_since: null, first_reply_at: null },
    ],
    [
      'null and missing keys',
      { priority: null, labels: null, meta: null },
      { priority: null, labels: [], contact_global_id: null, assignee_id: null },
    ],
    ['an ISO date', { snoozed_until: '2026-06-01T00:00:00.000Z' }, { snoozed_until: new Date('2026-06-01T00:00:00Z') }],
    [
      'a number as text',
      { id: '341', last_activity_at: '1767311999' },
      { conversation_id: 341, last_activity_at: new Date(1767311999000) },
    ],
    ['no activity yet', { last_activity_at: null }, { last_activity_at: new Date(1767225600000) }],
    ['a server without updated_at', { updated_at: undefined }, { vendor_updated_at: 1767311999 }],
    [
      'meta',
      { meta: { sender: { id: 4410 }, channel: 'Channel::Api', assignee: { id: 3, name: 'Ilse' } } },
      {
        contact_global_id: 'cwc:7:4410',
        channel: 'Channel::Api',
        assignee_id: 3,
        assignee_name: 'Ilse',
        team_id: null,
      },
    ],
  ])('%s', (_name, given, values) => expect(conversation(given)).toMatchObject(values));

  it.each<[object, RegExp]>([
    [{ last_activity_at: { at: 'noon' } }, /last_activity_at/],
    [{ last_activity_at: 'noon' }, /not a time/],
    [{ created_at: 1767225600000 }, /created_at/],
    [{ id: 'x' }, /id/],
    [{ inbox_id: null }, /inbox_id/],
    [{ last_activity_at: 0, created_at: 0 }, /no date/],
  ])('%j fails with its reason', (given, reason) => expect(conversation(given)).toMatch(reason));

  it('keeps neither messages nor what moves by itself', () => {
    const values = conversation({
      can_reply: true,
      messages: [{}],
      meta: { assignee: { id: 3, availability_status: 'online' } },
    }) as { data: object };
    expect(values.data).toEqual({ ...CONVERSATION, meta: { assignee: { id: 3 } } });
  });
});

describe('messages', () => {
  it.each<[string, object, object]>([
    [
      'no sender and no content',
      { content: null },
      { content: null, sender_id: null, sender_type: null, private: false },
    ],
    ['a type as a word', { message_type: 'template' }, { message_type: 3 }],
    ['an ISO date', { created_at: '2026-01-01T00:00:00.000Z' }, { sent_at: new Date('2026-01-01T00:00:00Z') }],
    ['attributes that are no object', { content_attributes: '{}' }, { content: 'Invoice missing' }],
    [
      'a sender',
      { sender: { id: 3, type: 'user', name: 'Ilse', thumbnail: 'x' } },
      { sender_id: 3, sender_type: 'user', data: { ...MESSAGE, sender: { id: 3, type: 'user', name: 'Ilse' } } },
    ],
  ])('%s', (_name, given, values) => expect(message(given)).toMatchObject({ deleted: false, values }));

  it('is deleted when the vendor says so', () =>
    expect(message({ content_attributes: { deleted: true } })).toMatchObject({ deleted: true }));
  it.each([{ created_at: 'yesterday' }, { created_at: 0 }, { message_type: 'song' }, { content: {} }])(
    '%j fails',
    (given) => expect(typeof message(given)).toBe('string'),
  );
});

describe('contacts and inboxes', () => {
  it('takes a contact with the least there is', () => {
    const { records } = readRows(contactSchema, [{ id: 5, thumbnail: 'x', availability_status: 'online' }], String);
    expect(records.map((each) => mapper.contact(each).values)).toEqual([
      expect.objectContaining({
        contact_global_id: 'cwc:7:5',
        name: null,
        blocked: false,
        last_activity_at: null,
        data: { id: 5 },
      }),
    ]);
  });

  it('keeps no secret of an inbox, at any depth', () => {
    const inbox = {
      id: 1,
      name: 'Mail',
      channel_type: 'Channel::Email',
      hmac_token: 'a',
      imap_password: 'b',
      provider_config: { api_key: 'c' },
      additional_attributes: { bot_token: 'd', color: 'red' },
    };
    const { records } = readRows(inboxSchema, [inbox], String);
    expect(records.map((each) => mapper.inbox(each).values['data'])).toEqual([
      { id: 1, name: 'Mail', channel_type: 'Channel::Email', additional_attributes: { color: 'red' } },
    ]);
  });

  it('reports a row without a readable id by its place, and what is no object at all', () => {
    const { records, failures } = readRows(
      contactSchema,
      [{ id: { value: '5' } }, null, 'x', { id: 6 }],
      (id) => `contact:${id ?? 'page 1'}`,
    );
    expect(records).toHaveLength(1);
    expect(failures.map((each) => each.source_ref)).toEqual(['contact:page 1', 'contact:page 1', 'contact:page 1']);
  });

  it.each([[undefined], [null], ['<html>'], [{}], [{ data: { payload: {} } }]])(
    'a page that is %j is a failure of the sync',
    (body) =>
      expect(() => readWrapper(conversationPageSchema, body, 'conversations')).toThrow(
        /conversations in a form that can't be read/,
      ),
  );
});
