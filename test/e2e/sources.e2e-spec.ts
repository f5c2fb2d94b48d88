import { ProjectSources } from '../../src/projects/index.js';
import { colleague, project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const TOKEN = 'lin_api_0123456789';

describe('a project’s source', () => {
  it('is stored with its token sealed, shown without it, and opened for the connector', async () => {
    const admin = await server.signIn();
    const id = await project(admin);
    const url = `/projects/${id}/sources/linear`;
    expect((await admin.get(url)).status).toBe(404);
    const put = await admin.put(url, {
      external_id: 'acme',
      filter: { team_ids: ['t1'] },
      credentials: { api_token: TOKEN },
    });
    expect(put.body.source).toEqual({
      connector: 'linear',
      external_id: 'acme',
      filter: { team_ids: ['t1'] },
      has_credentials: true,
      has_webhook_secret: false,
      webhook_path: expect.stringMatching(/^\/webhooks\/linear\/[0-9a-f-]{36}$/),
      webhook_steps: expect.any(Array),
    });
    expect((await admin.get(url)).body.source).toEqual(put.body.source);
    const rows = await server.db.database.query<{ sealed_credentials: Buffer }>(
      'SELECT * FROM project_sources WHERE project_id = $1',
      [id],
    );
    expect(rows[0]?.sealed_credentials.includes(TOKEN)).toBe(false);
    expect(await server.app.get(ProjectSources).sourceOf(id, 'linear')).toEqual({
      externalId: 'acme',
      filter: { team_ids: ['t1'] },
      apiToken: TOKEN,
    });
    expect(await server.app.get(ProjectSources).sourceOf(id, 'attio')).toBeNull();
    const audit = await admin.get(`/audit?project_id=${id}`);
    expect(audit.body.events[0]).toMatchObject({
      action: 'project_source.put',
      after: { has_credentials: true, credentials_changed: true },
    });
    expect(audit.body.events[0].after).not.toHaveProperty('webhook_steps');
    expect(JSON.stringify(audit.body)).not.toContain(TOKEN);
  });

  it('is listed beside the other vendors, with what reads each and what it takes', async () => {
    const admin = await server.signIn();
    const id = await project(admin);
    const listed = async () => (await admin.get(`/projects/${id}/sources`)).body.sources;
    const of = async (connector: string) => (await listed()).find((one: any) => one.connector === connector);
    expect((await listed()).map((one: any) => one.connector).sort()).toEqual(['attio', 'chatwoot', 'github', 'linear']);
    expect(await of('linear')).toMatchObject({
      source: null,
      reads_with: null,
      lacking: { missing: ['LINEAR_API_TOKEN'], unused: true },
      accepts: { external_id_optional: true, filters: [{ name: 'team_ids' }, { name: 'project_ids' }], webhooks: true },
    });
    const put = await admin.put(`/projects/${id}/sources/linear`, {
      external_id: null,
      credentials: { api_token: TOKEN },
    });
    expect(await of('linear')).toMatchObject({ source: put.body.source, reads_with: 'project', lacking: null });
    expect(JSON.stringify(await listed())).not.toContain(TOKEN);
    await server.db.database.run(`UPDATE project_sources SET sealed_credentials = 'x' WHERE project_id = $1`, [id]);
    expect(await of('linear')).toMatchObject({ reads_with: null, lacking: { unused: false } });
    await admin.delete(`/projects/${id}/sources/linear`);
  });

  it('keeps its credentials when they are left out, and loses them for null', async () => {
    const admin = await server.signIn();
    const url = `/projects/${await project(admin)}/sources/linear`;
    await admin.put(url, { external_id: 'acme', credentials: { api_token: TOKEN } });
    expect((await admin.put(url, { external_id: 'other' })).body.source).toMatchObject({
      external_id: 'other',
      has_credentials: true,
    });
    expect((await admin.put(url, { external_id: null, credentials: null })).body.source).toMatchObject({
      has_credentials: false,
    });
    expect((await admin.delete(url)).body.source).toMatchObject({ external_id: null });
    expect((await admin.delete(url)).status).toBe(404);
  });

  it('keeps a token when a webhook secret comes, and the other way round; null takes one away', async () => {
    const admin = await server.signIn();
    const id = await project(admin);
    const url = `/projects/${id}/sources/attio`;
    const put = async (credentials: object) =>
      (await admin.put(url, { external_id: null, credentials })).body.source as Record<string, unknown>;
    const sources = server.app.get(ProjectSources);
    const first = await put({ api_token: TOKEN });
    const path = first['webhook_path'] as string;
    const target = async () => (await sources.webhookTarget('attio', path.split('/').at(-1) ?? ''))?.secret ?? null;
    expect([first['has_webhook_secret'], await target()]).toEqual([false, null]);

    expect(await put({ webhook_secret: 'attio-made-this' })).toMatchObject({
      has_webhook_secret: true,
      webhook_path: path,
    });
    expect(await target()).toBe('attio-made-this');
    expect(await sources.sourceOf(id, 'attio')).toMatchObject({ apiToken: TOKEN });

    await put({ api_token: 'another-token' });
    expect([(await sources.sourceOf(id, 'attio'))?.apiToken, await target()]).toEqual([
      'another-token',
      'attio-made-this',
    ]);
    expect(await put({ api_token: null })).toMatchObject({ has_credentials: true, has_webhook_secret: true });
    expect((await sources.sourceOf(id, 'attio'))?.apiToken).toBeNull();
    expect(await put({ webhook_secret: null })).toMatchObject({ has_credentials: false, has_webhook_secret: false });
  });

  it.each([
    ['chatwoot', /Settings → Integrations → Webhooks/],
    ['linear', /Settings → API → Webhooks/],
    ['attio', /Developers/],
  ])('tells where %s takes its webhook’s URL and shows its secret', async (connector, place) => {
    const admin = await server.signIn();
    const url = `/projects/${await project(admin)}/sources/${connector}`;
    const { source } = (await admin.put(url, { external_id: null })).body;
    const [where, address, , , store] = source.webhook_steps as string[];
    expect(where).toMatch(place);
    expect(address).toContain(`https://…${source.webhook_path}`);
    expect(store).toContain('"webhook_secret"');
    expect((await admin.get(url)).body.source).toEqual(source);
  });

  it('has no webhook secret where it was sealed under another key, and takes both credentials anew', async () => {
    const rekeyed = await startTestApp({
      db: server.db,
      env: { SECRETS_KEY: Buffer.alloc(32, 8).toString('base64') },
    });
    const admin = await rekeyed.signIn();
    const url = `/projects/${await project(admin)}/sources/attio`;
    const both = { api_token: TOKEN, webhook_secret: 'attio-made-this' };
    await (await server.signIn()).put(url, { external_id: null, credentials: both });
    expect((await admin.get(url)).body.source).toMatchObject({ has_credentials: true, has_webhook_secret: false });
    const refused = await admin.put(url, { external_id: null, credentials: { webhook_secret: 'attio-made-this' } });
    expect([refused.status, refused.body.error]).toEqual([503, 'secrets_key_missing']);
    const stored = await admin.put(url, { external_id: null, credentials: both });
    expect(stored.body.source).toMatchObject({ has_webhook_secret: true });
    await rekeyed.close();
  });

  it('yields nothing when its row is copied into another project', async () => {
    const admin = await server.signIn();
    const [one, two] = [await project(admin), await project(admin)];
    await admin.put(`/projects/${one}/sources/linear`, { external_id: 'acme', credentials: { api_token: TOKEN } });
    await server.db.database.query(
      `INSERT INTO project_sources (project_id, connector, sealed_credentials)
       SELECT $2, connector, sealed_credentials FROM project_sources WHERE project_id = $1`,
      [one, two],
    );
    await expect(server.app.get(ProjectSources).sourceOf(two, 'linear')).rejects.toMatchObject({
      code: 'secrets_key_missing',
    });
  });

  it('takes no credentials without SECRETS_KEY, and everything else', async () => {
    const keyless = await startTestApp({ db: server.db, env: { SECRETS_KEY: undefined } });
    const admin = await keyless.signIn();
    const url = `/projects/${await project(admin)}/sources/attio`;
    const refused = await admin.put(url, { external_id: 'acme', credentials: { api_token: TOKEN } });
    expect([refused.status, refused.body.error]).toEqual([503, 'secrets_key_missing']);
    expect((await admin.put(url, { external_id: 'acme' })).status).toBe(200);
    await keyless.close();
  });

  it.each([
    ['chatwoot', { external_id: '1/../2' }, 'external_id'],
    ['chatwoot', {}, 'external_id'],
    ['chatwoot', { external_id: 1 }, 'external_id'],
    ['chatwoot', { external_id: '1', filter: { team_ids: [] } }, 'filter.team_ids'],
    ['chatwoot', { external_id: '1', filter: { inbox_ids: ['1'] } }, 'filter.inbox_ids'],
    ['chatwoot', { external_id: '1', filter: [] }, 'filter'],
    ['linear', { external_id: 'a', credentials: { api_token: 'a\r\nb: c' } }, 'credentials.api_token'],
    ['linear', { external_id: 'a', credentials: 'x' }, 'credentials'],
    ['linear', { external_id: 'a', credentials: {} }, 'credentials.api_token'],
    ['linear', { external_id: 'a', credentials: { webhook_secret: 'short' } }, 'credentials.webhook_secret'],
    ['linear', { external_id: 'a', credentials: { api_token: 'a', other: 1 } }, 'credentials.other'],
    ['linear', { external_id: 'a', sealed_credentials: 'x' }, 'sealed_credentials'],
    ['linear', { external_id: 'a', project_id: '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01' }, 'project_id'],
    ['slack', { external_id: 'a' }, 'connector'],
  ])('refuses for %s the body %j', async (connector, body, path) => {
    const admin = await server.signIn();
    const response = await admin.put(`/projects/${await project(admin)}/sources/${connector}`, body);
    expect([response.status, response.body.error]).toEqual([400, 'validation_failed']);
    expect(response.body.details.map((detail: { path: string }) => detail.path)).toContain(path);
  });

  it('is for admins', async () => {
    const id = await project(await server.signIn());
    const { client } = await colleague(server, 'operator');
    expect((await client.get(`/projects/${id}/sources/linear`)).status).toBe(403);
  });
});
