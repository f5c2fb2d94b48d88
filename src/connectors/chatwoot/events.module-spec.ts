import { describe, expect, it } from '@jest/globals';
import type { Source } from '../core/contract.js';
import { chatwootEvents } from './events.js';

const SOURCE: Source = {
  connector: 'chatwoot',
  externalId: '1',
  baseUrl: 'https://chat.example.org',
  apiToken: 't',
  filter: {},
};

const message = (content: string | null, more: Record<string, unknown> = {}) => ({
  message_id: 90,
  conversation_id: 7,
  message_type: 0,
  private: false,
  deleted_at: null,
  sent_at: '2026-03-02T10:00:00.000Z',
  content,
  ...more,
});
const of = (after: Record<string, unknown>, before: Record<string, unknown> | null = null) =>
  chatwootEvents({ table: 'cw_messages', before, after }, SOURCE);
const types = (after: Record<string, unknown>) => of(after).map((event) => event.event_type);

describe('chatwootEvents', () => {
  it('tells of a message once, with its sender, its conversation, its mood and its evidence', () => {
    expect(of(message('Hello there'))).toEqual([
      {
        event_type: 'message_sent',
        occurred_at: new Date('2026-03-02T10:00:00.000Z'),
        actor: 'client',
        source: 'chatwoot',
        source_ref: 'cwmsg:1:90',
        source_url: 'https://chat.example.org/app/accounts/1/conversations/7?messageId=90',
        source_message_id: 'cwmsg:1:90',
        payload: {
          conversation_id: 'cw:1:7',
          sender: 'client',
          sender_id: null,
          sentiment_score: 0,
          expects_answer: false,
          automatic: false,
        },
        evidence: [{ message_id: 'cwmsg:1:90', source_table: 'cw_messages', source_pk: 'cwmsg:1:90' }],
        dedupe_key: 'message_sent:cwmsg:1:90',
      },
    ]);
    expect(of(message('Hello again'), message('Hello there'))).toEqual([]);
  });

  it('asks edited words again where a person has taken back what was heard before', () => {
    const [asked, ...others] = of(message('Do you also do SEO?'), message('Do you also do newsletters?'));
    expect(others).toEqual([]);
    expect(asked).toMatchObject({
      event_type: 'need_detected',
      dedupe_key: expect.stringMatching(/^need_detected:cwmsg:1:90:[0-9a-f]{12}$/),
      instead_of_refused: {
        dedupe_key: 'need_detected:cwmsg:1:90',
        text_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    const seen = message('Do you also do SEO?');
    expect(of({ ...seen, status: 'read' }, seen)).toEqual([]);
  });

  it.each([
    [
      'the team asks for an approval',
      message('Please approve the new homepage design.', { message_type: 1 }),
      ['message_sent', 'approval_requested'],
    ],
    ['the client approves', message('Approved, please go ahead!'), ['message_sent', 'approval_approved']],
    ['клиент утверждает', message('Утверждаю, запускайте.'), ['message_sent', 'approval_approved']],
    [
      'the client asks for more',
      message('Could you also add a booking form to the site?'),
      ['message_sent', 'scope_change_detected'],
    ],
    ['the client has a need', message('Do you also do SEO?'), ['message_sent', 'need_detected']],
    ['the team does not approve', message('Approved, please go ahead!', { message_type: 1 }), ['message_sent']],
    ['a private note', message('Please approve the new homepage design.', { message_type: 1, private: true }), []],
    ['an activity line', message('Conversation was resolved', { message_type: 2 }), []],
    ['a deleted message', message('Approved, please go ahead!', { deleted_at: new Date() }), []],
    ['a message without a text', message(null), ['message_sent']],
  ])('%s', (_name, after, expected) => {
    expect(types(after)).toEqual(expected);
  });

  it.each([
    ['a question of the client', message('When will it be ready?'), { expects_answer: true, automatic: false }],
    ['thanks of the client', message('Спасибо, всё понятно'), { expects_answer: false, automatic: false }],
    [
      'news of the team',
      message('The draft is ready.', { message_type: 1 }),
      { expects_answer: false, automatic: false },
    ],
    [
      'a request of the team',
      message('Please send us the texts.', { message_type: 1 }),
      { expects_answer: true, automatic: false },
    ],
    ['a client’s note of absence', message('Automatic reply: I am away'), { expects_answer: false, automatic: true }],
  ])('says whether a message expects an answer: %s', (_name, after, payload) => {
    expect(of(after)[0]?.payload).toMatchObject(payload);
  });

  it.each([
    [3, 'Thanks for writing to us. We are away and will send you an answer by Friday.'],
    [3, 'Please rate our conversation'],
    [1, 'Thank you for contacting us! We will send you an answer within 24 hours.'],
  ])('hears nothing in what a machine wrote: %i, %s', (message_type, text) => {
    const [said, ...others] = of(message(text, { message_type, sender_id: null }));
    expect(said).toMatchObject({ event_type: 'message_sent', payload: { expects_answer: false, automatic: true } });
    expect(others).toEqual([]);
  });

  it.each([
    ['a person of the client’s', { sender_id: 12 }, 'cwc:1:12'],
    ['the same, as the database has it', { sender_id: '12' }, 'cwc:1:12'],
    ['one of the team', { sender_id: 12, message_type: 1 }, 'cwagent:1:12'],
    ['someone without a name', { sender_id: null }, null],
  ])('says who wrote: %s', (_name, more, sender_id) => {
    expect(of(message('Hello there', more))[0]?.payload).toMatchObject({ sender_id });
  });

  it('knows an agreement by its message, and when it is due', () => {
    const [, agreement] = of(message('We will send you the contract by Friday.', { message_type: 1 }));
    expect(agreement).toMatchObject({
      event_type: 'agreement_created',
      payload: { agreement_id: 'agreement:cwmsg:1:90', conversation_id: 'cw:1:7', due_at: '2026-03-06T23:59:59.999Z' },
      dedupe_key: 'agreement_created:cwmsg:1:90',
    });
  });
});
