import { describe, expect, it } from '@jest/globals';
import { redact } from './redact.js';

describe('redact', () => {
  it('removes values under secret-sounding keys at every level and keeps the rest', () => {
    const payload = {
      id: 7,
      hmac_token: 'abc',
      inbox: { name: 'Site', imap_password: 'pw' },
      list: [{ apiKey: 'k', ok: true }],
    };
    expect(redact(payload)).toEqual({
      id: 7,
      hmac_token: '[removed]',
      inbox: { name: 'Site', imap_password: '[removed]' },
      list: [{ apiKey: '[removed]', ok: true }],
    });
  });

  it.each([
    ['GET failed with Authorization: Bearer abcdefgh12345678', 'GET failed with Authorization: Bearer [removed]'],
    ['api_key=abcdefgh12345678&x=1', 'api_key=[removed]&x=1'],
    ['The token is missing', 'The token is missing'],
  ])('takes secrets out of %j', (text, shown) => {
    expect(redact(text)).toBe(shown);
  });

  it('bounds what it keeps', () => {
    expect((redact('x'.repeat(9000)) as string).length).toBe(2000);
    let deep: unknown = 'bottom';
    for (let i = 0; i < 10_000; i++) deep = { deep };
    expect(() => redact(deep)).not.toThrow();
  });
});
