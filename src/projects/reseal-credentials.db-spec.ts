import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { readConfig } from '../config/read-config.js';
import { CredentialSeal } from './credential-seal.js';
import { ProjectSourcesRepository } from './project-sources.repository.js';
import { resealCredentials } from './reseal-credentials.js';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const sealWith = (now: number, ...before: number[]) =>
  new CredentialSeal(
    readConfig({ NODE_ENV: 'test', SECRETS_KEY: key(now), SECRETS_KEYS_BEFORE: before.map(key).join(',') }),
  );
const [OLD, NEW, OTHER] = [1, 2, 3];
const CREDENTIALS = { api_token: 'a-token', webhook_secret: 'a-secret' };
const sources = new ProjectSourcesRepository();

let db: TestDatabase;
let projectId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const [row] = await db.database.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ('s', 'S') RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT id, 'P' FROM scope RETURNING id`,
  );
  projectId = row?.id ?? '';
});
afterAll(() => db.close());
beforeEach(() => db.database.query('DELETE FROM project_sources'));

const store = (connector: 'linear' | 'attio' | 'chatwoot', seal: CredentialSeal) =>
  db.database.transaction((tx) =>
    sources.put(tx, projectId, connector, {
      external_id: null,
      filter: {},
      sealed_credentials: seal.close(CREDENTIALS, projectId, connector),
    }),
  );
const stored = async (connector: 'linear' | 'attio' | 'chatwoot') =>
  (await sources.find(db.database, projectId, connector))?.sealed_credentials as Buffer;

describe('a key that is replaced', () => {
  it('opens what it sealed while it is named among those before', async () => {
    await store('linear', sealWith(OLD));
    const sealed = await stored('linear');
    expect(sealWith(NEW, OTHER, OLD).open(sealed, projectId, 'linear')).toEqual(CREDENTIALS);
    expect(() => sealWith(NEW, OTHER).open(sealed, projectId, 'linear')).toThrow(/SECRETS_KEYS_BEFORE/);
  });

  it('seals nothing any more', () => {
    const sealed = sealWith(NEW, OLD).close(CREDENTIALS, projectId, 'linear');
    expect(sealWith(NEW).open(sealed, projectId, 'linear')).toEqual(CREDENTIALS);
    expect(() => sealWith(OLD).open(sealed, projectId, 'linear')).toThrow();
  });
});

describe('sealing again', () => {
  it('puts what old keys sealed under the new one, leaves the rest, and names what no key opens', async () => {
    await store('linear', sealWith(OLD));
    await store('attio', sealWith(NEW));
    await store('chatwoot', sealWith(OTHER));
    const current = await stored('attio');
    const lost = await stored('chatwoot');
    expect(await resealCredentials(db.database, sealWith(NEW, OLD))).toEqual({
      current: 1,
      resealed: 1,
      unreadable: [`the project ${projectId} at chatwoot`],
    });
    expect(sealWith(NEW).open(await stored('linear'), projectId, 'linear')).toEqual(CREDENTIALS);
    expect([await stored('attio'), await stored('chatwoot')]).toEqual([current, lost]);
  });

  it('may be done again, and then finds nothing', async () => {
    await store('linear', sealWith(OLD));
    await resealCredentials(db.database, sealWith(NEW, OLD));
    const sealed = await stored('linear');
    expect(await resealCredentials(db.database, sealWith(NEW))).toEqual({ current: 1, resealed: 0, unreadable: [] });
    expect(await stored('linear')).toEqual(sealed);
  });

  it('leaves what a server stored meanwhile', async () => {
    await store('linear', sealWith(OLD));
    const before = await stored('linear');
    await store('linear', sealWith(NEW));
    const after = await stored('linear');
    expect(await sources.reseal(db.database, projectId, 'linear', before, Buffer.from('late'))).toBe(false);
    expect(await stored('linear')).toEqual(after);
  });
});
