import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppError } from '../../common/app-error.js';
import { attioWebhooks } from '../attio/webhook.js';
import { chatwootWebhooks } from '../chatwoot/webhook.js';
import type { Delivery, ReadDelivery, WebhookDialect } from '../core/webhook-dialect.js';
import { linearWebhooks } from '../linear/webhook.js';

const SECRET = 'a-secret-that-the-vendor-made';
const NOW = Date.UTC(2026, 1, 3);
const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex');

interface Vendor {
  name: string;
  dialect: WebhookDialect;
  /** The headers that make the text a delivery of now. */
  headers(text: string, secret: string): Record<string, string>;
  /** What each ref must look like for the connector's `reread` to take it. */
  ref: RegExp;
}

const VENDORS: Vendor[] = [
  {
    name: 'chatwoot',
    dialect: chatwootWebhooks,
    headers: (text, secret) => ({
      'x-chatwoot-timestamp': String(NOW / 1000),
      'x-chatwoot-signature': `sha256=${hmac(secret, `${NOW / 1000}.${text}`)}`,
      'x-chatwoot-delivery': 'd1',
    }),
    ref: /^(inboxes|(conversation|contact):[1-9]\d{0,15})$/,
  },
  {
    name: 'linear',
    dialect: linearWebhooks,
    headers: (text, secret) => ({
      'linear-timestamp': String(NOW),
      'linear-signature': hmac(secret, text),
      'linear-delivery': 'd1',
    }),
    ref: /^(issue|cycle|project|label|user):[\w-]{1,100}$/,
  },
  {
    name: 'attio',
    dialect: attioWebhooks,
    headers: (text, secret) => ({ 'attio-signature': hmac(secret, text), 'idempotency-key': 'd1' }),
    ref: /^((note|task|meeting):[\w-]{1,100}|record:[\w-]{1,100}\/[\w-]{1,100})$/,
  },
];

/** What the dialect makes of a delivery; only a refusal may be thrown. */
function take({ dialect }: Vendor, headers: Delivery['headers'], rawBody: Buffer): ReadDelivery | 'refused' {
  try {
    return dialect.read({ headers, rawBody, body: objectIn(rawBody) }, SECRET, NOW);
  } catch (error) {
    if (error instanceof AppError && ['unauthorized', 'validation_failed'].includes(error.code)) return 'refused';
    throw error;
  }
}

/** The body that would reach the dialect with these bytes: only a JSON object does. */
function objectIn(rawBody: Buffer): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(rawBody.toString());
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Words that vendors' bodies have, and those that every object has without having been given them. */
const WORDS = fc.constantFrom(
  ...['event', 'conversation', 'id', 'message_created', 'conversation_updated', 'contact_created', 'inbox_created'],
  ...['type', 'data', 'issueId', 'webhookTimestamp', 'Issue', 'Comment', 'Cycle', 'User'],
  ...[
    'events',
    'event_type',
    'object_id',
    'record_id',
    'note_id',
    'duplicate_record_id',
    'record.merged',
    'note.created',
  ],
  ...['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'length', 'then'],
);
const words = fc.oneof(WORDS, fc.string(), fc.string({ unit: 'binary', maxLength: 300 }));
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    words,
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 20 }),
  object: fc.dictionary(words, tie('value'), { maxKeys: 8 }),
}));
/** A body of the vendor's own form, each part of which may be anything. */
const shaped = fc.record(
  {
    event: words,
    conversation: fc.oneof(json.value, fc.record({ id: fc.oneof(json.value, fc.maxSafeInteger()) })),
    id: json.value,
    type: words,
    data: fc.oneof(json.value, fc.record({ id: json.value, issueId: json.value }, { requiredKeys: [] })),
    webhookTimestamp: fc.oneof(json.value, fc.constant(NOW)),
    events: fc.oneof(
      json.value,
      fc.array(
        fc.record(
          {
            event_type: words,
            id: fc.oneof(json.value, fc.dictionary(words, words)),
            duplicate_object_id: json.value,
            duplicate_record_id: json.value,
          },
          { requiredKeys: [] },
        ),
      ),
    ),
  },
  { requiredKeys: [] },
);
const bodies = fc.oneof(shaped, json.object).map((body) => JSON.stringify(body));

describe.each(VENDORS)('the webhooks of $name', (vendor) => {
  it('are refused when one byte of the body is another than was signed', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, place, mask) => {
        const bytes = Buffer.from(text);
        const index = place % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ mask;
        expect(take(vendor, vendor.headers(text, SECRET), bytes)).toBe('refused');
      }),
    );
  });

  it('are refused when another secret, or nothing, has signed them', () => {
    fc.assert(
      fc.property(bodies, fc.string(), (text, secret) => {
        fc.pre(secret !== SECRET);
        const signed = vendor.headers(text, secret);
        expect(take(vendor, signed, Buffer.from(text))).toBe('refused');
        const unsigned = Object.entries(signed).filter(([name]) => !name.endsWith('signature'));
        expect(take(vendor, Object.fromEntries(unsigned), Buffer.from(text))).toBe('refused');
      }),
    );
  });

  it('are refused, and nothing worse, with any headers', () => {
    const names = Object.keys(vendor.headers('', SECRET));
    const headers = fc.record(Object.fromEntries(names.map((name) => [name, words])), { requiredKeys: [] });
    fc.assert(
      fc.property(bodies, headers, (text, given) => {
        expect(take(vendor, given, Buffer.from(text))).toBe('refused');
      }),
    );
  });

  it('name refs that can be read again, whatever a signed body says', () => {
    fc.assert(
      fc.property(bodies, (text) => {
        const read = take(vendor, vendor.headers(text, SECRET), Buffer.from(text));
        if (read === 'refused') return;
        expect(read.deliveryId).toBe('d1');
        for (const ref of read.refs) expect(ref).toMatch(vendor.ref);
        expect(new Set(read.refs).size).toBe(read.refs.length);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['deep', `${'{"data":'.repeat(2000)}1${'}'.repeat(2000)}`],
    ['a deep list', `{"events":${'['.repeat(2000)}${']'.repeat(2000)}}`],
    [
      'of huge lists',
      JSON.stringify({ event: Array(50_000).fill('x'), events: Array(50_000).fill({ id: [] }), data: [] }),
    ],
    ['with an endless id', JSON.stringify({ type: 'Issue', data: { id: 'x'.repeat(500_000) } })],
  ])('are read when a signed body is %s', (_name, text) => {
    const read = take(vendor, vendor.headers(text, SECRET), Buffer.from(text));
    expect(read === 'refused' ? read : read.refs.length).toBe(0);
  });
});
