import { withoutSecrets } from './without-secrets.js';

describe('withoutSecrets', () => {
  it.each([
    [{ password: 'hunter2hunter2' }, { password: '[removed]' }],
    [{ password_hash: '$argon2id$…' }, { password_hash: '[removed]' }],
    [{ credentials: { api_token: 'x' } }, { credentials: '[removed]' }],
    [{ list: [{ apiKey: 'x', name: 'y' }] }, { list: [{ apiKey: '[removed]', name: 'y' }] }],
  ])('removes what sounds like a secret: %j', (given, expected) => {
    expect(withoutSecrets(given)).toEqual(expected);
  });

  it('keeps everything else, and whether a secret exists', () => {
    const plain = {
      name: 'Acme',
      has_credentials: true,
      credentials: null,
      filter: { inbox_ids: [1, 2] },
      at: new Date(0),
    };
    expect(withoutSecrets(plain)).toEqual(plain);
  });
});
