import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application } from 'express';
import { build } from '../support/build.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

type Json = Record<string, any>;
interface Operation extends Json {
  at: string;
  path: string;
  method: string;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const SCHEMA_TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object'];

let sandbox: Sandbox;
let server: TestApp;
let admin: Client;
let projectId: string;
let document: Json;
let operations: Operation[];

beforeAll(async () => {
  build('build:web');
  sandbox = await startSandbox();
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      CHATWOOT_BASE_URL: sandbox.url,
      CHATWOOT_API_TOKEN: 'token-of-the-tests',
      CHATWOOT_ACCOUNT_ID: '1',
      CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
    },
  });
  document = (await server.visitor().get('/openapi.json')).body;
  operations = Object.entries(document['paths'] as Record<string, Json>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...(operation as Json),
      at: `${method.toUpperCase()} ${path}`,
      path,
      method,
    })),
  );
  admin = await server.signIn();
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

const resolve = (value: Json): Json => (value['$ref'] ? (at(String(value['$ref'])) as Json) : value);
const at = (ref: string) =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<any>((inside, name) => inside?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], document);

/** Faults found by `look` in any operation, as `GET /x: fault`. */
const faults = (look: (operation: Operation) => string[]) =>
  operations.flatMap((operation) => look(operation).map((fault) => `${operation.at}: ${fault}`));

/** Every value inside, with the way to it. */
function* inside(value: unknown, way = '#'): Generator<[string, Json]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [way, value];
  for (const [name, inner] of Object.entries(value)) yield* inside(inner, `${way}/${name}`);
}

describe('the document', () => {
  it('has every route of the server, and the server every route of the document', () => {
    const { stack } = (
      server.app.getHttpAdapter().getInstance() as Application as unknown as {
        router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
      }
    ).router;
    const served = stack
      .flatMap(({ route }) =>
        route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
      )
      .filter((route) => !/^GET \/(|docs(\/.*)?|inbox|ops|ui\/.*|openapi\.json)$/.test(route))
      .map((route) => route.replace(/:(\w+)/g, '{$1}'));
    expect(served.sort()).toEqual(operations.map((operation) => operation.at).sort());
  });

  it.each([
    'GET /health public',
    'GET /health/live public',
    'GET /health/ready public',
    'GET /metrics public',
    'POST /auth/login public',
    'POST /auth/logout public',
    'GET /auth/me public',
    'GET /projects viewer',
    'POST /projects admin',
    'POST /projects/{id}/select viewer',
    'GET /projects/{id}/sources admin',
    'GET /projects/{id}/sources/{connector} admin',
    'PUT /projects/{id}/sources/{connector} admin',
    'DELETE /projects/{id}/sources/{connector} admin',
    'PATCH /projects/{id} admin',
    'DELETE /projects/{id} admin',
    'POST /jobs/sources/clear operator P',
    'GET /users admin',
    'POST /users admin',
    'PATCH /users/{id} admin',
    'GET /jobs/status viewer P',
    'GET /jobs/scheduler viewer P',
    'POST /jobs/scheduler/tick operator P',
    'PATCH /jobs/scheduler/{job_type} operator P',
    'GET /jobs/runs viewer P',
    'GET /jobs/runs/{id} viewer P',
    'GET /jobs/runs/{id}/events viewer P',
    'POST /jobs/runs/{id}/retry operator P',
    'POST /jobs/scheduler/{job_type}/run operator P',
    'POST /jobs/{name}/sync operator P',
    'POST /jobs/embeddings/run operator P',
    'GET /connectors/state viewer P',
    'GET /connectors/errors viewer P',
    'POST /connectors/errors/retry operator P',
    'POST /connectors/errors/{id}/resolve operator P',
    'GET /connectors/reconciliation viewer P',
    'POST /connectors/reconciliation/run operator P',
    'POST /connectors/sync operator P',
    'POST /connectors/{name}/sync operator P',
    'POST /search viewer P',
    'GET /contacts viewer P',
    'GET /conversations viewer P',
    'GET /messages viewer P',
    'GET /kag/events viewer P',
    'POST /kag/refresh operator P',
    'GET /kag/signals viewer P',
    'GET /kag/scores viewer P',
    'POST /kag/v2/forecast/refresh operator P',
    'GET /kag/v2/forecast viewer P',
    'GET /kag/v2/forecast/accuracy viewer P',
    'POST /kag/snapshots/refresh operator P',
    'GET /kag/snapshots viewer P',
    'GET /kag/outcomes viewer P',
    'GET /kag/onsets viewer P',
    'POST /kag/similarity/rebuild operator P',
    'GET /kag/similar-cases viewer P',
    'POST /kag/v2/recommendations/refresh operator P',
    'GET /kag/v2/recommendations viewer P',
    'POST /kag/v2/recommendations/shown viewer P',
    'POST /kag/v2/recommendations/{id}/status operator P',
    'PATCH /kag/v2/recommendations/{id} operator P',
    'POST /kag/v2/recommendations/{id}/feedback operator P',
    'GET /recommendations viewer',
    'GET /recommendations/people viewer',
    'GET /recommendations/{id} viewer',
    'GET /recommendations/{id}/history viewer',
    'PATCH /recommendations/{id} operator',
    'POST /recommendations/changes operator',
    'POST /recommendations/undo operator',
    'POST /recommendations/shown viewer',
    'GET /digest viewer',
    'GET /digest/subscriptions admin',
    'GET /digest/deliveries admin',
    'GET /audit admin P',
    'GET /ops/diagnosis operator P',
  ])('has %s', (expected) => {
    const shown = operations.map(
      (operation) => `${operation.at} ${operation['x-kag-access']}${operation['x-kag-project'] ? ' P' : ''}`,
    );
    expect(shown).toContain(expected);
  });

  it('is OpenAPI 3.0 in shape: info, paths, names, parameters, responses', () => {
    expect(document['openapi']).toMatch(/^3\.0\.\d$/);
    expect(document['info']).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(
      Object.keys(document).filter(
        (key) => !['openapi', 'info', 'paths', 'components', 'tags', 'servers', 'security'].includes(key),
      ),
    ).toEqual([]);
    expect(
      faults(({ path, method, parameters = [], responses, requestBody, tags }) => [
        ...(METHODS.includes(method) ? [] : ['is no method']),
        ...(/^\/[\w{}/-]*$/.test(path) ? [] : ['odd path']),
        ...(Array.isArray(tags) ? [] : ['tags are no list']),
        ...pathFaults(path, parameters),
        ...parameters.flatMap((p: Json) => [
          ...(['path', 'query', 'header'].includes(p['in']) ? [] : [`${p['name']} is in ${p['in']}`]),
          ...(p['in'] !== 'path' || p['required'] === true ? [] : [`${p['name']} must be required`]),
          ...(p['schema'] ? [] : [`${p['name']} has no schema`]),
          ...(p['description'] ? [] : [`${p['name']} has no description`]),
        ]),
        ...duplicates(parameters.map((p: Json) => `${p['in']} ${p['name']}`)),
        ...Object.entries(responses as Json).flatMap(([status, response]) => [
          ...(/^[1-5]\d\d$/.test(status) ? [] : [`status ${status}`]),
          ...(response.description ? [] : [`${status} has no description`]),
          // What has not changed is not sent again.
          ...(response.content || status === '304' || (status === '302' && response.headers.Location)
            ? []
            : [`${status} has no content`]),
        ]),
        ...(requestBody && ['get', 'delete'].includes(method) ? ['takes a body'] : []),
      ]),
    ).toEqual([]);
  });

  it('has schemas that are schemas, and references that lead somewhere', () => {
    const broken: string[] = [];
    for (const [way, value] of inside(document)) {
      if (typeof value['$ref'] === 'string' && at(value['$ref']) === undefined) broken.push(`${way}: ${value['$ref']}`);
      const isSchema = /\/schema$|\/properties\/[^/]+$|\/items$|#\/components\/schemas\/[^/]+$/.test(way);
      if (!isSchema || /\/examples?\//.test(way) || value['$ref']) continue;
      if (value['type'] !== undefined && !SCHEMA_TYPES.includes(value['type'])) broken.push(`${way}: ${value['type']}`);
      if (value['type'] === 'array' && !value['items']) broken.push(`${way}: an array of what?`);
      for (const name of value['required'] ?? [])
        if (!value['properties']?.[name]) broken.push(`${way}: requires ${name}, which it does not have`);
    }
    expect(broken).toEqual([]);
  });

  it('is the published one; `npm run api:document` publishes it', async () => {
    const published = await readFile(join(import.meta.dirname, '../../client/openapi.json'), 'utf8');
    expect(document).toEqual(JSON.parse(published));
  });

  it('leaves nobody to guess what an answer holds', () => {
    const vague: string[] = [];
    for (const [way, value] of inside(document)) {
      if (!/\/(properties\/[^/]+|items|schema)$/.test(way) || /\/examples?\//.test(way)) continue;
      const typed = ['type', '$ref', 'allOf', 'anyOf'].some((word) => value[word] !== undefined);
      if (!typed) vague.push(`${way}: mark the example (src/http/marks.ts)`);
    }
    expect(vague).toEqual([]);
  });

  it('names every operation once', () => {
    const ids = operations.map((operation) => operation['operationId'] as string);
    expect(ids.filter((id) => !/^[a-z][A-Za-z]*$/.test(id))).toEqual([]);
    expect(duplicates(ids)).toEqual([]);
  });

  it('keeps its working notes to itself', () => {
    const notes = new Set(operations.flatMap((o) => Object.keys(o).filter((key) => key.startsWith('x-'))));
    expect([...notes].sort()).toEqual([
      'x-kag-access',
      'x-kag-confirm',
      'x-kag-effect',
      'x-kag-limited',
      'x-kag-project',
      'x-kag-trigger',
    ]);
    expect(JSON.stringify(document)).not.toMatch(/token-of-the-tests|correct-horse/);
  });
});

/**
 * A sign-in at the identity provider: browsers are led there and back, and each way is bound to the one that began it.
 */
const leads = ['GET /auth/oidc/callback', 'GET /auth/oidc/start'];

describe('each operation', () => {
  it('says what it does, for whom and to what effect', () => {
    expect(
      faults((o) => [
        ...(o['summary'] ? [] : ['no summary']),
        ...(o['tags']?.length === 1 ? [] : ['not under one tag']),
        ...(/\*\*(Public|Role: (viewer|operator|admin))\*\*, \S/.test(o['description'] ?? '') ? [] : ['no role']),
        ...((o['description'] as string).includes(o['x-kag-access'] === 'public' ? 'Public' : o['x-kag-access'])
          ? []
          : ['another role than its own']),
        ...(!o['x-kag-project'] || o['description'].includes('active project')
          ? []
          : ['does not say it has a project']),
        ...(o.method === 'get' && !o['description'].includes('reads only') && !leads.includes(o.at)
          ? ['a GET that changes something']
          : []),
      ]),
    ).toEqual([]);
    expect(
      faults((o) => (o['description'].includes(o['x-kag-effect']) ? [] : [`effect ${o['x-kag-effect']}`])),
    ).toEqual([]);
    const search = operations.find((o) => o.at === 'POST /search');
    expect(search?.['description']).toContain('reads only');
    const sync = operations.find((o) => o.at === 'POST /jobs/{name}/sync');
    expect([sync?.['x-kag-trigger'], sync?.['responses']['202'].content['application/json'].example.job_run]).toEqual([
      '{name}_sync',
      expect.objectContaining({ job_type: 'chatwoot_sync' }),
    ]);
  });

  it('says what to ask before, where it can’t be taken back, touches who may do what, or costs much', () => {
    const asking = operations.filter((o) => o['x-kag-confirm'] !== undefined);
    expect(asking.map((o) => o.at).sort()).toEqual([
      'DELETE /auth/sessions/{id}',
      'DELETE /auth/tokens/{id}',
      'DELETE /digest/subscriptions/{id}',
      'DELETE /projects/{id}',
      'DELETE /projects/{id}/sources/{connector}',
      'DELETE /users/{id}/identities/{identity_id}',
      'DELETE /users/{id}/second-factor',
      'PATCH /account-scopes/{id}',
      'PATCH /auth/password',
      'PATCH /digest/subscriptions/{id}',
      'PATCH /jobs/scheduler/{job_type}',
      'PATCH /users/{id}',
      'POST /actions',
      'POST /actions/{id}/retry',
      'POST /actions/{id}/send',
      'POST /auth/second-factor/confirm',
      'POST /auth/second-factor/recovery-codes',
      'POST /auth/second-factor/remove',
      'POST /auth/tokens',
      'POST /connectors/errors/retry',
      'POST /connectors/reconciliation/run',
      'POST /connectors/{name}/reread',
      'POST /digest/subscriptions',
      'POST /kag/similarity/rebuild',
      'POST /kag/snapshots/refresh',
      'POST /users',
      'POST /users/{id}/identities',
      'PUT /projects/{id}/sources/{connector}',
    ]);
    expect(asking.filter((o) => !/^[A-Z].*\.$/.test(o['x-kag-confirm'])).map((o) => o.at)).toEqual([]);
    expect(operations.filter((o) => o.method === 'delete' && !o['x-kag-confirm']).map((o) => o.at)).toEqual([]);
  });

  /** What no token may do: it must not make itself a password, another token or a user. */
  const ofPeople = (o: Json) =>
    String(o['path']).startsWith('/auth/') ||
    String(o['path']).startsWith('/users/{id}/identities') ||
    ['PATCH /account-scopes/{id}', 'PATCH /users/{id}', 'POST /users', 'POST /projects/{id}/select'].includes(
      String(o['at']),
    ) ||
    o['at'] === 'DELETE /users/{id}/second-factor';

  it('says what signs it in: a session, and the CSRF token for changes', () => {
    const schemes = document['components'].securitySchemes as Json;
    expect(schemes).toMatchObject({
      session: { type: 'apiKey', in: 'cookie', name: 'sid' },
      csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
    });
    expect(
      faults((o) => {
        const expected =
          o['x-kag-access'] === 'public'
            ? undefined
            : [
                o.method === 'get' ? { session: [] } : { session: [], csrf: [] },
                ...(ofPeople(o) ? [] : [{ token: [] }]),
              ];
        return JSON.stringify(o['security']) === JSON.stringify(expected) ? [] : [JSON.stringify(o['security'])];
      }),
    ).toEqual([]);
  });

  it('shows its success: a schema, and an example that fits it', () => {
    const leading = operations.filter((o) => o['responses']['302'] !== undefined);
    expect(leading.map((o) => o.at).sort()).toEqual(leads);
    const answering = operations.filter((o) => !leads.includes(o.at));
    expect(
      faults((o) => {
        if (leads.includes(o.at)) return o['responses']['200'] ? ['a 200 beside its 302'] : [];
        const successes = Object.entries(o['responses'] as Json).filter(([status]) => status.startsWith('2'));
        return [
          ...(successes.some(([status]) => status === '200') ? [] : ['no 200']),
          ...successes.flatMap(([status, response]) =>
            Object.entries(response.content as Json).flatMap(([type, { schema, example }]) => [
              ...(example === undefined ? [`${status} has no example`] : misfits(example, schema, status)),
              ...(type !== 'application/json' || (example.ok === true && example.request_id)
                ? []
                : [`${status} has no envelope`]),
            ]),
          ),
        ];
      }),
    ).toEqual([]);
    const types = Object.fromEntries(
      answering.map((o) => [o.at, Object.keys(o['responses']['200'].content as Json).join()]),
    );
    expect(Object.entries(types).filter(([, type]) => type !== 'application/json')).toEqual([
      ['GET /jobs/runs/{id}/events', 'text/event-stream'],
      ['GET /events', 'text/event-stream'],
      ['GET /metrics', 'text/plain'],
    ]);
  });

  /** Where passwords could be guessed, or others be asked in vain. */
  const guesses = [
    'POST /auth/login',
    'PATCH /auth/password',
    'POST /auth/reauthenticate',
    'POST /auth/second-factor',
    'POST /auth/second-factor/recovery-codes',
    'POST /auth/second-factor/remove',
    ...leads,
  ];

  it('lists the problems it can answer with, each with an example', () => {
    expect(
      faults((o) => {
        const access = o['x-kag-access'] as string;
        const changes = o.method !== 'get';
        const probe = o.path.startsWith('/health') || o.path === '/metrics';
        const expected: Record<string, boolean> = {
          400: true,
          405: true,
          500: true,
          401: access !== 'public' || /^\/(auth\/login|auth\/oidc\/callback|metrics|webhooks\/.*)$/.test(o.path),
          403: access !== 'public' || changes || o.path === '/auth/oidc/callback',
          404: Boolean(o['x-kag-project']) || o.path.includes('{') || o.at === 'POST /auth/tokens',
          409: Boolean(o['x-kag-project']) || (changes && access !== 'public'),
          413: changes,
          415: changes,
          422: changes && access !== 'public',
          429: guesses.includes(o.at) || o['x-kag-limited'] !== undefined,
          502: o['x-kag-trigger'] !== undefined,
          503: !probe || ['/health', '/health/ready'].includes(o.path),
        };
        return Object.entries(expected)
          .filter(([status, wanted]) => wanted !== (o['responses'][status] !== undefined))
          .map(([status, wanted]) => `${status} is ${wanted ? 'missing' : 'too much'}`);
      }),
    ).toEqual([]);
    expect(
      faults((o) =>
        Object.entries(o['responses'] as Json).flatMap(([status, { content }]) => {
          if (Number(status) < 400 || (status === '503' && o.path.startsWith('/health'))) return [];
          const { schema, examples } = content['application/problem+json'] ?? {};
          if (schema?.$ref !== '#/components/schemas/Problem') return [`${status} is no problem`];
          const shown = Object.entries(examples as Json).map(([code, one]) => [code, resolve(one as Json)] as const);
          return [
            ...(shown.length > 0 ? [] : [`${status} has no example`]),
            ...shown.flatMap(([code, { value }]) => [
              ...(value.status === Number(status) && value.error === code ? [] : [`${code} under ${status}`]),
              ...misfits(value, resolve(schema), `${status} ${code}`),
            ]),
          ];
        }),
      ),
    ).toEqual([]);
  });

  it('explains every property of its body', () => {
    const bodies = operations.filter((o) => o['requestBody']);
    expect(bodies.map((o) => o.at).sort()).toEqual([
      'PATCH /account-scopes/{id}',
      'PATCH /auth/password',
      'PATCH /digest/subscriptions/{id}',
      'PATCH /jobs/scheduler/{job_type}',
      'PATCH /kag/v2/recommendations/{id}',
      'PATCH /projects/{id}',
      'PATCH /recommendations/{id}',
      'PATCH /users/{id}',
      'POST /actions',
      'POST /actions/preview',
      'POST /actions/{id}/send',
      'POST /auth/login',
      'POST /auth/reauthenticate',
      'POST /auth/second-factor',
      'POST /auth/second-factor/confirm',
      'POST /auth/second-factor/recovery-codes',
      'POST /auth/second-factor/remove',
      'POST /auth/tokens',
      'POST /connectors/errors/retry',
      'POST /connectors/{name}/reread',
      'POST /digest/subscriptions',
      'POST /kag/events/{id}/feedback',
      'POST /kag/similarity/rebuild',
      'POST /kag/snapshots/refresh',
      'POST /kag/v2/recommendations/shown',
      'POST /kag/v2/recommendations/{id}/feedback',
      'POST /kag/v2/recommendations/{id}/status',
      'POST /projects',
      'POST /recommendations/changes',
      'POST /recommendations/shown',
      'POST /recommendations/undo',
      'POST /search',
      'POST /users',
      'POST /users/{id}/identities',
      'PUT /projects/{id}/sources/{connector}',
    ]);
    expect(
      bodies.flatMap((o) => unexplained(o['requestBody'].content['application/json'].schema as Json, o.at)),
    ).toEqual([]);
  });
});

describe('live answers', () => {
  /** Keys of an answer and of the first row of each list and of each object in it. */
  const shape = (value: unknown, depth = 0): unknown => {
    if (typeof value !== 'object' || value === null || depth > 2) return '';
    if (Array.isArray(value)) return value.length > 0 ? [shape(value[0], depth + 1)] : [];
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, depth === 0 ? shape(inner, depth + 1) : '']),
    );
  };
  const documented = (at: string) =>
    operations.find((o) => o.at === at)?.['responses']['200'].content['application/json'].example as Json;
  /** Objects whose keys are data, not a promise. */
  const FREE = ['connectors', 'details', 'info', 'error'];
  const without = (value: unknown) =>
    Object.fromEntries(Object.entries(value as Json).map(([key, inner]) => [key, FREE.includes(key) ? '' : inner]));

  beforeAll(async () => {
    const synced = await admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55');
    expect(synced.status).toBe(200);
    await admin.post('/jobs/embeddings/run').set('prefer', 'wait=55');
    await admin.post('/connectors/reconciliation/run').set('prefer', 'wait=55');
    await admin.post('/jobs/scheduler/tick');
    await server.db.database.run(
      `INSERT INTO connector_errors (project_id, connector, operation, source_ref, error_kind, error_message, status, dedupe_key)
       VALUES ($1, 'chatwoot', 'sync', '', 'timeout', 'late', 'pending', 'a')`,
      [projectId],
    );
    await admin.put(`/projects/${projectId}/sources/linear`, { external_id: 'x', filter: { team_ids: ['t'] } });
    for (const path of ['/kag/refresh', '/kag/snapshots/refresh', '/kag/v2/forecast/refresh'])
      expect([path, (await admin.post(path).set('prefer', 'wait=55')).status]).toEqual([path, 200]);
    // A day on which something had gone wrong, apart from what the sandbox's clients say.
    await server.db.database.run(
      `INSERT INTO past_case_outcomes (project_id, outcome_type, occurred_on, severity, reason, evidence_refs)
       VALUES ($1, 'scope_risk', '2026-01-05', 4, '[{"key": "scope_requests_7d", "value": 4, "limit": 3}]',
         '[{"source_table": "cw_messages", "source_pk": "cwmsg:1:90201"}]')`,
      [projectId],
    );
    await server.db.database.run(
      `INSERT INTO risk_onsets (project_id, risk_type, began, known, ended, source, severity, evidence_refs)
       VALUES ($1, 'scope_risk', '2026-01-05', '2026-01-06', '2026-01-12', 'rule', 4,
         '[{"source_table": "cw_messages", "source_pk": "cwmsg:1:90201"}]')`,
      [projectId],
    );
  });

  it.each([
    ['/health'],
    ['/health/live'],
    ['/health/ready'],
    ['/auth/me'],
    ['/projects'],
    ['/projects/{id}/sources/{connector}'],
    ['/users'],
    ['/audit'],
    ['/jobs/status'],
    ['/jobs/scheduler'],
    ['/jobs/runs'],
    ['/jobs/runs/{id}'],
    ['/connectors/state'],
    ['/connectors/errors'],
    ['/connectors/reconciliation'],
    ['/contacts'],
    ['/conversations'],
    ['/messages'],
    ['/kag/events'],
    ['/kag/signals'],
    ['/kag/scores'],
    ['/kag/v2/forecast/accuracy'],
    ['/kag/snapshots'],
    ['/kag/outcomes'],
    ['/kag/onsets'],
    ['/ops/diagnosis'],
  ])('of GET %s have the documented keys', async (path) => {
    const example = documented(`GET ${path}`);
    const runs = (await admin.get('/jobs/runs?limit=1')).body.runs as { id: string }[];
    const id = path.startsWith('/jobs/runs') ? runs[0]?.id : projectId;
    const answer = await admin.get(path.replace('{id}', String(id)).replace('{connector}', 'linear'));
    expect(answer.status).toBe(200);
    expect(without(shape(answer.body))).toEqual(without(shape(example)));
    for (const [key, rows] of Object.entries(answer.body as Json))
      if (Array.isArray(rows)) expect({ key, rows: rows.length > 0 }).toEqual({ key, rows: true });
  });

  it.each([
    ['POST /projects', '/projects', { name: 'Another' }],
    ['POST /projects/{id}/select', '/projects/{id}/select', {}],
    ['POST /users', '/users', { username: 'shown', password: 'a-long-enough-password', role: 'viewer' }],
    ['POST /jobs/scheduler/tick', '/jobs/scheduler/tick', {}],
    ['POST /jobs/embeddings/run', '/jobs/embeddings/run', {}],
    ['POST /connectors/sync', '/connectors/sync', {}],
    ['POST /connectors/errors/retry', '/connectors/errors/retry', {}],
    ['POST /connectors/reconciliation/run', '/connectors/reconciliation/run', {}],
    ['POST /connectors/{name}/sync', '/connectors/chatwoot/sync', {}],
    ['POST /jobs/{name}/sync', '/jobs/chatwoot/sync', {}],
    ['POST /kag/snapshots/refresh', '/kag/snapshots/refresh', {}],
    ['POST /search', '/search', { query: 'invoice', topK: 3, neighbours: true }],
  ])('of %s have the documented keys', async (at, path, body) => {
    const answer = await admin.post(path.replace('{id}', projectId), body).set('prefer', 'wait=55');
    expect(answer.status).toBe(200);
    const { joined: _joined, ...rest } = answer.body as Json;
    expect(without(shape(rest))).toEqual(without(shape(documented(at))));
  });

  it('of a trigger that goes on has the documented keys too', async () => {
    const answer = await admin.post('/connectors/sync').set('prefer', 'respond-async');
    expect(answer.status).toBe(202);
    const { joined: _joined, ...rest } = answer.body as Json;
    const example = operations.find((o) => o.at === 'POST /connectors/sync')?.['responses']['202'];
    expect(shape(rest)).toEqual(shape(example.content['application/json'].example));
    expect(answer.headers['location']).toBe(`/jobs/runs/${answer.body.job_run_id as string}`);
  });

  it('of PATCH /jobs/scheduler/{job_type} and sign-in and sign-out have the documented keys', async () => {
    const job = await admin.patch('/jobs/scheduler/embeddings_run', { status: 'paused' });
    expect(shape(job.body)).toEqual(shape(documented('PATCH /jobs/scheduler/{job_type}')));
    const visitor = server.visitor();
    const login = await visitor.logIn({ username: 'admin', password: 'correct-horse-battery' });
    expect(shape(login.body)).toEqual(shape(documented('POST /auth/login')));
    expect(shape((await visitor.post('/auth/logout')).body)).toEqual(shape(documented('POST /auth/logout')));
  });
});

describe('the pages', () => {
  it.each(['/docs', '/docs/', '/v1/docs', '/v1/docs/', '/inbox', '/v1/inbox/', '/ops', '/v1/ops/'])(
    'at %s needs nothing that the CSP forbids',
    async (page) => {
      const { status, headers, text } = await server.visitor().get(page);
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      const directives = Object.fromEntries(
        String(headers['content-security-policy'])
          .split(';')
          .map((directive) => {
            const [name = '', ...sources] = directive.trim().split(/\s+/);
            return [name, sources];
          }),
      );
      expect(directives['script-src']).toEqual(["'self'"]);
      expect(directives['script-src-attr']).toEqual(["'none'"]);
      const scripts = [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
      expect(scripts.length).toBeGreaterThan(0);
      for (const [, attributes, code] of scripts) {
        expect(code?.trim()).toBe('');
        expect(attributes).toMatch(/\bsrc="/);
      }
      expect(text).not.toMatch(/<[^>]+\son\w+\s*=/i);
      expect(text).not.toMatch(/javascript:/i);
      if (/<style|\sstyle=/.test(text)) expect(directives['style-src']).toContain("'unsafe-inline'");
      const base = new URL(page, server.url);
      const files = [...text.matchAll(/<(?:link|script)\b[^>]*?\b(?:src|href)="([^"#]+)"/g)].map(
        ([, file]) => new URL(String(file), base),
      );
      expect(files.length).toBeGreaterThanOrEqual(5);
      for (const file of files) {
        expect(file.origin).toBe(base.origin);
        const served = await server.visitor().get(file.pathname);
        expect({ file: file.pathname, status: served.status }).toEqual({ file: file.pathname, status: 200 });
        const type = file.pathname.endsWith('.js')
          ? /javascript/
          : file.pathname.endsWith('.css')
            ? /css/
            : /image\/png/;
        expect(served.headers['content-type']).toMatch(type);
      }
    },
  );

  it('have Swagger UI at /docs, where its other address leads', async () => {
    const { status, headers } = await server.visitor().get('/v1/docs/index.html');
    expect([status, new URL(headers['location'] ?? '', `${server.url}/v1/docs/index.html`).pathname]).toEqual([
      308,
      '/v1/docs',
    ]);
  });

  it('leave /ops/diagnosis to the route', async () => {
    const { status, body } = await server.visitor().get('/ops/diagnosis');
    expect([status, body.error]).toEqual([401, 'unauthorized']);
  });

  it.each(['portfolio', 'inbox', 'project', 'search', 'digest', 'subscriptions', 'ops', 'docs'])(
    'get all of %s with one script and one style',
    async (name) => {
      const script = await server.visitor().get(`/ui/${name}/main.js`);
      expect([script.status, script.headers['content-type']]).toEqual([200, expect.stringContaining('javascript')]);
      expect(script.text).not.toMatch(/\bimport\s*[({*"']/);
      const style = await server.visitor().get(`/ui/${name}/main.css`);
      expect([style.status, style.headers['content-type']]).toEqual([200, expect.stringContaining('css')]);
      expect(style.text).not.toContain('@import');
    },
  );

  it.each([
    '/ops/index.html',
    '/ui/vendor/preact.js',
    '/ui/styles/base.css',
    '/docs/swagger-ui-init.js',
    '/docs/swagger-ui-bundle.js.map',
    '/docs/oauth2-redirect.html',
    '/docs/package.json',
    '/ui',
    '/ui/',
    '/ui/docs',
    '/ui/docs/main.ts',
    '/ui/tsconfig.json',
    '/ui/%2e%2e/src/main.js',
    '/ui/..%2fsrc%2fmain.js',
  ])('have no %s', async (path) => {
    const { status, body } = await server.visitor().get(path);
    expect([status, body.error]).toEqual([404, 'not_found']);
  });
});

function pathFaults(path: string, parameters: Json[]): string[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).sort();
  const declared = parameters
    .filter((parameter) => parameter['in'] === 'path')
    .map((parameter) => parameter['name'] as string)
    .sort();
  return JSON.stringify(inPath) === JSON.stringify(declared) ? [] : [`declares ${declared.join()} of ${inPath.join()}`];
}

const duplicates = (names: string[]) => names.filter((name, index) => names.indexOf(name) !== index);

/** Where a value is not as the schema says; what these schemas can say is all that is looked at. */
function misfits(value: unknown, given: Json, way: string): string[] {
  const schema = resolve(given);
  const { type, nullable, properties = {}, required = [], items, enum: allowed } = schema;
  if (type === undefined) return [];
  if (value === null) return nullable ? [] : [`${way}: null`];
  const actual = Array.isArray(value)
    ? 'array'
    : Number.isInteger(value) && type === 'integer'
      ? 'integer'
      : typeof value;
  if (actual !== type) return [`${way}: ${actual}, not ${type}`];
  if (allowed && !allowed.includes(value)) return [`${way}: ${JSON.stringify(value)} is not allowed`];
  if (Array.isArray(value)) return value.flatMap((inner, i) => misfits(inner, items as Json, `${way}[${i}]`));
  if (type !== 'object') return [];
  return [
    ...required
      .filter((name: string) => !Object.hasOwn(value as object, name))
      .map((name: string) => `${way}: no ${name}`),
    ...Object.entries(value as Json).flatMap(([name, inner]) =>
      properties[name] ? misfits(inner, properties[name] as Json, `${way}.${name}`) : [],
    ),
  ];
}

function unexplained(given: Json, way: string): string[] {
  const { properties = {} } = resolve(given);
  return Object.entries(properties as Record<string, Json>).flatMap(([name, property]) => [
    ...(property['description'] || property['example'] !== undefined ? [] : [`${way} ${name}`]),
    ...[property, ...((property['allOf'] as Json[] | undefined) ?? [])].flatMap((part) =>
      part['$ref'] ? unexplained(part, `${way} ${name}`) : [],
    ),
  ]);
}
