import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { linearWebhooks } from './webhook.js';

const SECRET = 'a-secret-that-linear-made';
const NOW = Date.UTC(2026, 1, 3);

function read(body: object, { at = NOW, secret = SECRET, headers = {} } = {}) {
  const whole = { webhookTimestamp: at, ...body };
  const rawBody = Buffer.from(JSON.stringify(whole));
  const signature = createHmac('sha256', secret).update(rawBody).digest('hex');
  const sent = { 'linear-signature': signature, 'linear-delivery': 'd1', ...headers };
  return linearWebhooks.read({ headers: sent, rawBody, body: whole }, SECRET, NOW);
}

describe('webhooks', () => {
  it.each([61_000, 3_600_000, 6 * 3_600_000])('are taken when they are tried again, %s ms after the first try', (age) =>
    expect(read({ type: 'Issue', data: { id: 'i' } }, { at: NOW - age })).toEqual({
      deliveryId: 'd1',
      refs: ['issue:i'],
    }),
  );

  it.each([
    [{ type: 'Issue', action: 'remove', data: { id: 'i' } }, ['issue:i']],
    [{ type: 'Comment', action: 'create', data: { id: 'c', issueId: 'i' } }, ['issue:i']],
    [{ type: 'Cycle', data: { id: 'y' } }, ['cycle:y']],
    [{ type: 'IssueLabel', data: { id: 'l' } }, ['label:l']],
    [{ type: 'Reaction', data: { id: 'r' } }, []],
    [{ type: 'Issue' }, []],
    // Every object has a constructor, and it names no record.
    [{ type: 'constructor', data: { id: 'i' } }, []],
    [{ type: 'Issue', data: { id: 'an id of words\0' } }, []],
    [{ type: 'Issue', data: { id: 'i'.repeat(101) } }, []],
  ])('%j names %j', (body, refs) => expect(read(body)).toEqual({ deliveryId: 'd1', refs }));

  it('are refused when forged, old, or without an id', () => {
    expect(() => read({}, { secret: 'another' })).toThrow(/signature/);
    expect(() => read({}, { at: NOW - 24 * 3_600_000 - 1 })).toThrow(/too old/);
    expect(() => read({}, { headers: { 'linear-delivery': '' } })).toThrow(/Linear-Delivery/);
    for (const webhookTimestamp of [String(NOW), [NOW], null, { toString: 1, valueOf: 1 }])
      expect(() => read({ webhookTimestamp })).toThrow(/too old/);
  });
});
