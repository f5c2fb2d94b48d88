import type { Role } from '../../src/http/index.js';
import { OWN_SOURCE, type Belongings } from './belongings.js';

/** What becomes of a request: it is let in, or refused with this status. */
export type Outcome = 'in' | 400 | 401 | 403 | 404;

/** One outcome for each caller, in their order: see callers.ts. */
export type Outcomes = readonly [visitor: Outcome, viewer: Outcome, operator: Outcome, admin: Outcome, guest: Outcome];

export interface Expectation {
  needs: 'public' | Role;
  /** Where its project is named: in `project_id`, or in the path. Without it, it is about no project. */
  project?: 'active' | 'path';
  /** What its path names beside a project. */
  names?: keyof Belongings;
  /** Values of its other path parameters. */
  parameters?: Record<string, string>;
  query?: string;
  body?: (belongings: Belongings) => object;
  /** Statuses by which it lets in, where they are others than 200 and 202. */
  lets?: readonly number[];
  /** Where the rules of `outcomes.ts` do not say it: what becomes of requests about ours and about theirs. */
  ours?: Outcomes;
  theirs?: Outcomes;
}

const reads = (more: Partial<Expectation> = {}): Expectation => ({ needs: 'viewer', project: 'active', ...more });
const does = (more: Partial<Expectation> = {}): Expectation => ({ needs: 'operator', project: 'active', ...more });
const settles = (more: Partial<Expectation> = {}): Expectation => ({ needs: 'admin', project: 'path', ...more });
/** About a subscription of the account scope: who is an admin elsewhere decides nothing here. */
const sends = (more: Partial<Expectation> = {}): Expectation => ({
  needs: 'admin',
  names: 'digestId',
  ours: [401, 403, 403, 'in', 404],
  ...more,
});
const open = (more: Partial<Expectation> = {}): Expectation => ({ needs: 'public', ...more });

const connector = { connector: 'linear' };
const name = { name: 'linear' };
const unknown = { id: '00000000-0000-4000-8000-000000000000' };

/** Every route of the published document. A route that is not here fails the suite. */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  'GET /health': open({ lets: [200, 503] }),
  'GET /health/live': open(),
  'GET /health/ready': open({ lets: [200, 503] }),
  'GET /metrics': open(),
  'POST /auth/login': open({ body: () => ({ username: 'unknown', password: 'wrong' }), lets: [401] }),
  'POST /auth/logout': open(),
  'GET /auth/me': open(),
  'GET /auth/oidc': open(),
  // Without a provider, which says so to everybody.
  'GET /auth/oidc/start': open({ lets: [503] }),
  'GET /auth/oidc/callback': open({ lets: [503] }),
  // Of what is one's own: a body that is not complete tells that the request was let in.
  'PATCH /auth/password': { needs: 'viewer', lets: [400] },
  'GET /auth/sessions': { needs: 'viewer' },
  'DELETE /auth/sessions/{id}': { needs: 'viewer', parameters: unknown, lets: [404] },
  'POST /auth/reauthenticate': { needs: 'viewer', lets: [400] },
  'GET /auth/tokens': { needs: 'viewer' },
  'POST /auth/tokens': { needs: 'viewer', body: () => ({ name: 'x', role: 'viewer', expires_in_days: 1 }) },
  'DELETE /auth/tokens/{id}': { needs: 'viewer', parameters: unknown, lets: [404] },
  'GET /auth/second-factor': { needs: 'viewer' },
  'POST /auth/second-factor': { needs: 'viewer', lets: [400] },
  'POST /auth/second-factor/confirm': { needs: 'viewer', lets: [400] },
  'POST /auth/second-factor/recovery-codes': { needs: 'viewer', lets: [400] },
  'POST /auth/second-factor/remove': { needs: 'viewer', lets: [400] },
  'POST /webhooks/{connector}/{source_id}': open({ parameters: connector, names: 'source_id', lets: [401] }),

  'GET /projects': { needs: 'viewer' },
  'GET /portfolio': { needs: 'viewer' },
  'GET /digest': { needs: 'viewer' },
  'GET /digest/subscriptions': { needs: 'admin' },
  // Lines lead to the pages, whose address the tests' server does not know: 409 says so once everything else fits.
  'POST /digest/subscriptions': {
    needs: 'admin',
    body: ({ scopeId }) => ({
      account_scope_id: scopeId,
      name: 'x',
      channel: 'slack',
      address: 'https://hooks.slack.com/x',
    }),
    lets: [409],
    ours: [401, 403, 403, 'in', 400],
    theirs: [401, 403, 403, 400, 400],
  },
  'PATCH /digest/subscriptions/{id}': sends(),
  'DELETE /digest/subscriptions/{id}': sends(),
  'POST /digest/subscriptions/{id}/test': sends(),
  'GET /digest/deliveries': { needs: 'admin' },
  'POST /digest/deliveries/{id}/retry': sends({ names: 'deliveryId' }),
  'GET /events': { needs: 'viewer' },
  'GET /projects/{id}/overview': { needs: 'viewer', project: 'path' },
  // A key of another scope says nothing of that scope: it makes a new one.
  'POST /projects': {
    needs: 'admin',
    body: ({ scopeKey }) => ({ name: `Made ${Math.random()}`, account_scope_key: scopeKey }),
    ours: [401, 403, 403, 'in', 403],
    theirs: [401, 403, 403, 'in', 'in'],
  },
  'PATCH /projects/{id}': settles(),
  // The project is gone by the time that the last caller asks.
  'DELETE /projects/{id}': settles({ ours: [401, 403, 403, 'in', 404] }),
  'POST /projects/{id}/select': { needs: 'viewer', project: 'path' },
  'GET /projects/{id}/sources': settles(),
  'GET /projects/{id}/sources/{connector}': settles({ parameters: connector }),
  'PUT /projects/{id}/sources/{connector}': settles({ parameters: connector, body: () => OWN_SOURCE }),
  'DELETE /projects/{id}/sources/{connector}': settles({ parameters: connector }),

  'GET /users': { needs: 'admin' },
  'POST /users': {
    needs: 'admin',
    body: ({ scopeId }) => ({
      username: `made-${Math.random()}`,
      password: 'a-long-enough-password',
      role: 'viewer',
      account_scope_ids: [scopeId],
    }),
    ours: [401, 403, 403, 'in', 400],
    theirs: [401, 403, 403, 400, 400],
  },
  // Who is an admin elsewhere does not see the people here.
  'PATCH /users/{id}': { needs: 'admin', names: 'userId', ours: [401, 403, 403, 'in', 404] },
  // Who is an admin elsewhere decides nothing here.
  'DELETE /users/{id}/second-factor': { needs: 'admin', names: 'userId', ours: [401, 403, 403, 'in', 404] },
  'GET /users/{id}/identities': { needs: 'admin', names: 'userId', ours: [401, 403, 403, 'in', 404] },
  'POST /users/{id}/identities': {
    needs: 'admin',
    names: 'userId',
    body: () => ({ subject: 'x' }),
    lets: [503],
    ours: [401, 403, 403, 'in', 404],
  },
  // Only an admin here sees the two, and even an admin does not see the identity.
  'DELETE /users/{id}/identities/{identity_id}': {
    needs: 'admin',
    names: 'userId',
    parameters: { identity_id: unknown.id },
    ours: [401, 403, 403, 404, 404],
  },
  'PATCH /account-scopes/{id}': {
    needs: 'admin',
    names: 'scopeId',
    body: () => ({ second_factor_required: false }),
    ours: [401, 403, 403, 'in', 404],
  },
  'GET /audit': { needs: 'admin', project: 'active' },
  'GET /ops/diagnosis': does(),
  'GET /ops/diagnosis/projects': { needs: 'operator' },

  'GET /jobs/status': reads(),
  'GET /jobs/scheduler': reads(),
  'POST /jobs/scheduler/tick': does(),
  'POST /jobs/scheduler/{job_type}/run': does({ parameters: { job_type: 'embeddings_run' } }),
  'PATCH /jobs/scheduler/{job_type}': does({
    parameters: { job_type: 'embeddings_run' },
    body: () => ({ status: 'active' }),
  }),
  'GET /jobs/runs': reads(),
  'GET /jobs/runs/{id}': reads({ names: 'runId' }),
  'GET /jobs/runs/{id}/events': reads({ names: 'runId' }),
  'POST /jobs/runs/{id}/cancel': does({ names: 'runId', lets: [200, 409] }),
  'POST /jobs/runs/{id}/retry': does({ names: 'runId' }),
  'POST /jobs/sources/clear': does(),
  'POST /jobs/embeddings/run': does(),
  'POST /jobs/{name}/sync': does({ parameters: name }),
  'POST /connectors/{name}/sync': does({ parameters: name }),
  'POST /connectors/{name}/reread': does({ parameters: name, body: () => ({ refs: ['conversation:1'] }) }),
  'POST /connectors/sync': does(),
  'GET /connectors/state': reads({ query: 'all_projects=true' }),
  'GET /connectors/runs': reads(),
  'GET /connectors/errors': reads(),
  'POST /connectors/errors/retry': does(),
  'POST /connectors/errors/{id}/resolve': does({ names: 'errorId' }),
  'GET /connectors/reconciliation': reads(),
  'POST /connectors/reconciliation/run': does(),

  'GET /search': reads({ query: 'q=invoice&mode=lexical' }),
  'POST /search': reads({ body: () => ({ query: 'invoice', mode: 'lexical' }) }),
  'GET /contacts': reads(),
  'GET /people': reads(),
  'GET /issues': reads(),
  'GET /deals': reads(),
  'GET /conversations': reads(),
  'GET /messages': reads(),
  'GET /kag/evidence': reads({ query: 'refs=cw_messages:cwmsg:1:1' }),
  'GET /kag/events': reads(),
  'GET /kag/events/quality': { needs: 'viewer' },
  'POST /kag/events/{id}/feedback': does({ names: 'eventId', body: () => ({ right: true }) }),
  'POST /kag/refresh': does(),
  'GET /kag/signals': reads({ query: 'all_projects=true' }),
  'GET /kag/signals/series': reads(),
  'GET /kag/scores': reads({ query: 'all_projects=true' }),
  'GET /kag/scores/series': reads(),
  'POST /kag/snapshots/refresh': does(),
  'GET /kag/snapshots': reads({ query: 'all_projects=true' }),
  'GET /kag/outcomes': reads(),
  'GET /kag/onsets': reads(),
  'POST /kag/similarity/rebuild': does(),
  'GET /kag/similar-cases': reads(),
  'POST /kag/v2/forecast/refresh': does(),
  'GET /kag/v2/forecast': reads({ query: 'all_projects=true' }),
  'GET /kag/v2/forecast/accuracy': reads(),
  'GET /kag/v2/forecast/history': reads(),
  'GET /kag/v2/recommendations': reads({ query: 'all_projects=true&include_hidden=true' }),
  'POST /kag/v2/recommendations/refresh': does(),
  // It counts those of the project only, and answers how many these are: none of theirs.
  'POST /kag/v2/recommendations/shown': reads({
    body: ({ recommendationId }) => ({ recommendation_ids: [recommendationId], all_projects: true }),
  }),
  'POST /kag/v2/recommendations/{id}/status': does({
    names: 'recommendationId',
    body: () => ({ status: 'acknowledged', all_projects: true }),
    lets: [200, 409],
  }),
  'PATCH /kag/v2/recommendations/{id}': does({
    names: 'recommendationId',
    body: () => ({ assignee: 'ann', all_projects: true }),
  }),
  'POST /kag/v2/recommendations/{id}/feedback': does({
    names: 'recommendationId',
    body: () => ({ helpful: true, all_projects: true }),
  }),

  'POST /actions/preview': does({
    body: ({ recommendationId }) => ({ kind: 'reminder', recommendation_id: recommendationId }),
  }),
  // A request without a key of its own is let in, and asked for one.
  'POST /actions': does({ lets: [400] }),
  'GET /actions': reads(),
  'GET /actions/{id}': reads({ names: 'actionId' }),
  // What is queued can neither be sent nor tried again.
  'POST /actions/{id}/send': does({ names: 'actionId', lets: [409] }),
  'POST /actions/{id}/retry': does({ names: 'actionId', lets: [409] }),
  'POST /actions/{id}/cancel': does({ names: 'actionId', lets: [200, 409] }),

  'GET /recommendations': { needs: 'viewer' },
  'GET /recommendations/people': { needs: 'viewer' },
  'GET /recommendations/{id}': { needs: 'viewer', names: 'recommendationId' },
  'GET /recommendations/{id}/history': { needs: 'viewer', names: 'recommendationId' },
  // Who is an admin elsewhere decides nothing here.
  'PATCH /recommendations/{id}': {
    needs: 'operator',
    names: 'recommendationId',
    body: () => ({ assignee: 'ann' }),
    ours: [401, 403, 'in', 'in', 404],
  },
  // These say of each what became of it: of one out of reach, that it is not there.
  'POST /recommendations/changes': {
    needs: 'operator',
    body: ({ recommendationId }) => ({ recommendations: [{ id: recommendationId }], assignee: 'ann' }),
  },
  'POST /recommendations/undo': {
    needs: 'operator',
    body: ({ recommendationId }) => ({ recommendations: [{ id: recommendationId }] }),
  },
  'POST /recommendations/shown': {
    needs: 'viewer',
    body: ({ recommendationId }) => ({ recommendation_ids: [recommendationId] }),
  },
};
