import { describe, expect, it } from '@jest/globals';
import type { ListedSource } from '../../client/published.js';
import { bodyOf, enteredOf, withSecret } from './wanted.js';

const listed: ListedSource = {
  connector: 'chatwoot',
  source: {
    connector: 'chatwoot',
    external_id: '1',
    filter: { inbox_ids: [3, 4] },
    has_credentials: true,
    has_webhook_secret: false,
    webhook_path: '/webhooks/chatwoot/x',
    webhook_steps: [],
  },
  reads_with: 'project',
  lacking: null,
  accepts: {
    external_id: 'a number',
    external_id_optional: false,
    filters: [
      { name: 'inbox_ids', holds: 'whole numbers', of: 'number' },
      { name: 'labels', holds: 'words', of: 'text' },
    ],
    webhooks: true,
  },
};

describe('what is entered of a source', () => {
  it('begins with what is stored, and asks for the same', () => {
    const entered = enteredOf(listed);
    expect(entered).toEqual({ externalId: '1', token: '', filter: { inbox_ids: '3, 4', labels: '' } });
    expect(bodyOf(entered, listed)).toEqual({ external_id: '1', filter: { inbox_ids: [3, 4] } });
  });

  it.each([
    ['no account', { externalId: ' ' }, { external_id: null, filter: {} }],
    ['a token', { token: ' t ' }, { external_id: null, filter: {}, credentials: { api_token: 't' } }],
    ['ids', { filter: { inbox_ids: '5,6 7' } }, { external_id: null, filter: { inbox_ids: [5, 6, 7] } }],
    ['no number', { filter: { inbox_ids: 'five' } }, { external_id: null, filter: { inbox_ids: ['five'] } }],
    ['words', { filter: { labels: 'a, 2' } }, { external_id: null, filter: { labels: ['a', '2'] } }],
  ])('asks for it: %s', (_what, entered, body) =>
    expect(bodyOf({ externalId: '', token: '', filter: {}, ...entered }, listed)).toEqual(body),
  );

  it('keeps the rest where a secret is stored', () =>
    expect(withSecret(listed.source!, ' s ')).toEqual({
      external_id: '1',
      filter: { inbox_ids: [3, 4] },
      credentials: { webhook_secret: 's' },
    }));
});
