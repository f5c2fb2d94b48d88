import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answer,
  ApiProblem,
  createClient,
  type Api,
  type JobRun,
  type Recommendation,
  type User,
} from '../../client/index.js';
import { RecommendationsService } from '../../src/kag-recommendations/index.js';
import { forecast, waiting } from '../builders/recommendations.js';
import { syncedApp } from '../support/synced-app.js';
import { ADMIN } from '../support/test-app.js';

const app = syncedApp(['chatwoot'], { EMBEDDING_DIM: '128' });
let api: Api;

const problemOf = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const problem: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(problem instanceof ApiProblem)) throw new Error(`no problem, but ${String(problem)}`);
  return problem;
};

beforeAll(async () => {
  api = createClient({ baseUrl: app.server.url });
  await answer(api.POST('/auth/login', { body: ADMIN }));
});
beforeEach(async () => {
  await answer(api.POST('/projects/{id}/select', { params: { path: { id: app.projectId } } }));
});

describe('a client made of the document', () => {
  it('signs in and out, and makes and chooses a project', async () => {
    const other = createClient({ baseUrl: app.server.url });
    expect((await answer(other.GET('/auth/me'))).authenticated).toBe(false);
    const login = await answer(other.POST('/auth/login', { body: ADMIN }));
    const role: User['role'] = login.role;
    expect([login.username, role]).toEqual([ADMIN.username, 'admin']);
    const { project } = await answer(other.POST('/projects', { body: { name: 'Bakery website' } }));
    const selected = await answer(other.POST('/projects/{id}/select', { params: { path: { id: project.id } } }));
    expect(selected.active_project_id).toBe(project.id);
    const { projects, next_cursor } = await answer(other.GET('/projects', { params: { query: { limit: 200 } } }));
    expect(projects.map(({ name }) => name)).toContain('Bakery website');
    expect(next_cursor).toBeNull();
    await answer(other.POST('/auth/logout'));
    expect((await problemOf(answer(other.GET('/projects')))).code).toBe('unauthorized');
  });

  it('follows a sync to its end, and finds what it brought', async () => {
    const seen: JobRun[] = [];
    const started = answer(
      api.POST('/connectors/{name}/sync', {
        params: { path: { name: 'chatwoot' }, header: { Prefer: 'respond-async' } },
      }),
    );
    const result = await api.follow(started, { everyMs: 50, onProgress: (run) => seen.push(run) });
    expect([result.connector, result.status]).toEqual(['chatwoot', 'ok']);
    expect(result.upserted).toBeGreaterThan(0);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toMatchObject({ status: 'succeeded', result });
    expect(seen.some(({ progress }) => progress !== null)).toBe(true);

    const embedded = await api.follow(answer(api.POST('/jobs/embeddings/run')), { everyMs: 50 });
    expect(embedded.failed).toBe(0);
    const found = await answer(api.POST('/search', { body: { query: 'invoice', topK: 3, mode: 'hybrid' } }));
    const [best] = found.results;
    expect(best?.text).toEqual(expect.any(String));
    // Typed all the way in: the rank may be null, and is a number otherwise.
    const rank: number | null | undefined = best?.ranks.vector;
    expect(rank).not.toBeUndefined();
    const { conversations } = await answer(api.GET('/conversations', { params: { query: { limit: 1 } } }));
    expect(conversations[0]?.conversation_global_id).toMatch(/^cw:/);
  });

  it('reads recommendations and acts on one', async () => {
    const known = { ...waiting(3), forecasts: { client_risk: forecast('client_risk') } };
    await app.server.app.get(RecommendationsService).refresh(new Map([[app.projectId, known]]), new Date());
    const { recommendations } = await answer(
      api.GET('/kag/v2/recommendations', { params: { query: { status: 'new' } } }),
    );
    const [one] = recommendations;
    if (!one) throw new Error('nothing is recommended');
    const category: Recommendation['category'] = one.category;
    expect([category, one.helpful_feedback, one.forecast_snapshot?.risk_type]).toEqual([
      'waiting_on_client',
      null,
      'client_risk',
    ]);
    const { recommendation } = await answer(
      api.POST('/kag/v2/recommendations/{id}/status', {
        params: { path: { id: one.id } },
        body: { status: 'acknowledged' },
      }),
    );
    expect([recommendation.status, typeof recommendation.acknowledged_at]).toEqual(['acknowledged', 'string']);
  });

  it('throws problems with their code, what is wrong where, and the request’s name', async () => {
    // @ts-expect-error -- no such mode: it does not compile, and the server refuses it
    const wrong = await problemOf(answer(api.POST('/search', { body: { query: 'x', mode: 'guess' } })));
    expect([wrong.code, wrong.status, wrong.inputFaults.map(({ path }) => path)]).toEqual([
      'validation_failed',
      400,
      ['mode'],
    ]);
    expect(wrong.requestId).toEqual(expect.any(String));
    expect(wrong.message).not.toBe('');
    const id = '0d9f7a52-3c1e-4f6b-8a44-2b6f1c9d7e10';
    const missing = await problemOf(answer(api.GET('/jobs/runs/{id}', { params: { path: { id } } })));
    expect([missing.code, missing.status]).toEqual(['not_found', 404]);
  });

  it('throws the failure of a run that it follows', async () => {
    const started = answer(
      api.POST('/connectors/{name}/sync', {
        params: { path: { name: 'linear' }, header: { Prefer: 'respond-async' } },
      }),
    );
    const failed = await problemOf(api.follow(started, { everyMs: 50 }));
    expect([failed.code, failed.details]).toEqual([
      'connector_not_configured',
      expect.objectContaining({ job_run_id: (await started).job_run_id }),
    ]);
  });

  it('does not compile where it is not as documented', () => {
    const misuses = (run: JobRun) => [
      // @ts-expect-error -- no such route
      api.GET('/things'),
      // @ts-expect-error -- a route of another method
      api.POST('/contacts'),
      // @ts-expect-error -- the path needs its id
      api.GET('/jobs/runs/{id}'),
      // @ts-expect-error -- a body without what it needs
      api.POST('/projects', { body: {} }),
      // @ts-expect-error -- no such connector
      api.POST('/connectors/{name}/sync', { params: { path: { name: 'slack' } } }),
      // @ts-expect-error -- no such field
      run.colour,
      // @ts-expect-error -- may be null
      run.progress.done,
      // @ts-expect-error -- no such status
      run.status === 'done',
    ];
    expect(misuses).toEqual(expect.any(Function));
  });
});
