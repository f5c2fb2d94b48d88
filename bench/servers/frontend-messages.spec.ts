import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrontendMessages } from './frontend-messages.js';

const message = (kind: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(kind), length, body]);
};
const text = (...parts: string[]) => Buffer.from(parts.map((part) => `${part}\0`).join(''));
const version = Buffer.from([0, 3, 0, 0]);
const startup = (application: string) =>
  message('', Buffer.concat([version, text('user', 'bench', 'application_name', application), Buffer.from([0])]));
const simple = (statement: string) => message('Q', text(statement));
const prepared = (statement: string) =>
  Buffer.concat([
    message('P', Buffer.concat([text('', statement), Buffer.from([0, 0])])),
    message('B', Buffer.concat([text('', ''), Buffer.from([0, 0, 0, 0, 0, 0])])),
    message('D', Buffer.concat([Buffer.from('P'), text('')])),
    message('E', Buffer.concat([text(''), Buffer.alloc(4)])),
    message('S', Buffer.alloc(0)),
  ]);

/** A connection’s bytes and what they ask for. */
const conversation = Buffer.concat([
  startup('kag-server'),
  simple('BEGIN'),
  prepared('SELECT * FROM projects WHERE name = $1'),
  prepared('SELECT ’ё’'),
  simple('COMMIT'),
]);
const asked = ['BEGIN', 'SELECT * FROM projects WHERE name = $1', 'SELECT ’ё’', 'COMMIT'].map((statement) => ({
  application: 'kag-server',
  statement,
}));

describe('FrontendMessages', () => {
  it('reads a connection that comes at once', () => {
    expect(new FrontendMessages().take(conversation)).toEqual(asked);
  });

  it('reads it in whatever pieces it comes', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: conversation.length }), { maxLength: 20 });
    fc.assert(
      fc.property(cuts, (places) => {
        const bounds = [0, ...places.sort((a, b) => a - b), conversation.length];
        const messages = new FrontendMessages();
        const told = bounds.slice(1).flatMap((end, at) => messages.take(conversation.subarray(bounds[at], end)));
        expect(told).toEqual(asked);
      }),
    );
  });

  it('has no name for a client that gives none', () => {
    const nameless = message('', Buffer.concat([version, text('user', 'bench'), Buffer.from([0])]));
    expect(new FrontendMessages().take(Buffer.concat([nameless, simple('SELECT 1')]))).toEqual([
      { application: '', statement: 'SELECT 1' },
    ]);
  });

  it('refuses a client that asks for TLS', () => {
    expect(() => new FrontendMessages().take(message('', Buffer.from([4, 210, 22, 47])))).toThrow('with TLS');
  });
});
