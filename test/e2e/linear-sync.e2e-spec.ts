import { describe, expect, it } from '@jest/globals';
import { API_TOKENS, syncedApp } from '../support/synced-app.js';

const app = syncedApp(['linear'], {
  CONNECTOR_LOOKBACK_DAYS: '365',
  CONNECTOR_HTTP_RETRY_BASE_MS: '1',
});

const sync = async () => {
  const answer = await app.admin.post('/connectors/linear/sync').set('prefer', 'wait=55');
  return { status: answer.status, body: answer.body, result: answer.body.result as Record<string, number | string> };
};
const rows = <T>(text: string) => app.server.db.database.query<T>(text, [app.projectId]);
const state = async () =>
  (await app.admin.get('/connectors/state')).body.connectors.find(
    (one: { connector: string }) => one.connector === 'linear',
  );

/** How the project's issues, comments and relations differ from the workspace's. */
async function differences(): Promise<string[]> {
  const { issues, comments, relations, states } = app.sandbox.linear.snapshot();
  const type = new Map(states.map((one) => [one.id, one.type]));
  const living = new Set(issues.filter((one) => one.archivedAt === null).map((one) => one.id));
  const wanted = [
    ...issues
      .filter((one) => living.has(one.id))
      .map((one) => `issue ${one.id} ${one.identifier} ${type.get(one.stateId)} ${one.updatedAt} ${one.title}`),
    ...comments.filter((one) => living.has(one.issueId)).map((one) => `comment ${one.id} ${one.issueId} ${one.body}`),
    ...relations.map((one) => `relation ${one.id} ${one.issueId} ${one.type} ${one.relatedIssueId}`),
  ];
  const stored = await rows<{ what: string }>(
    `SELECT concat_ws(' ', 'issue', id, identifier, state_type, vendor_updated_at, title) AS what FROM linear_issues_raw WHERE project_id = $1 AND deleted_at IS NULL
     UNION ALL SELECT concat_ws(' ', 'comment', id, issue_id, body) FROM linear_comments_raw WHERE project_id = $1 AND deleted_at IS NULL
     UNION ALL SELECT concat_ws(' ', 'relation', id, issue_id, type, related_issue_id) FROM linear_relations_raw WHERE project_id = $1 AND deleted_at IS NULL`,
  );
  const have = new Set(stored.map((row) => row.what));
  return [
    ...wanted.filter((what) => !have.delete(what)).map((what) => `missing: ${what}`),
    ...[...have].map((what) => `not at the source: ${what}`),
  ];
}

describe('syncing Linear', () => {
  it('brings everything over once, and a second sync finds nothing to write', async () => {
    const first = await sync();
    expect(first.result).toMatchObject({ connector: 'linear', mode: 'full', status: 'ok', errors: 0 });
    expect(await differences()).toEqual([]);
    expect(await state()).toMatchObject({ status: 'ok', page_cursor: null, last_error: null });
    const living = app.sandbox.linear.snapshot().issues.filter((one) => one.archivedAt === null).length;
    expect((await app.admin.get('/jobs/status')).body.entities.issues).toBe(living);

    app.sandbox.requests.reset();
    const second = await sync();
    expect(second.result).toMatchObject({ mode: 'incremental', upserted: 0, deleted: 0, events: 0, chunks: 0 });
    expect(app.sandbox.requests.total).toBeLessThanOrEqual(8);
  });

  it('tells what happened, each once, and finds what it says', async () => {
    await sync();
    const { linear } = app.sandbox;
    const [blocker, blocked] = ['Wait for the photos', 'Put the photos up'].map(
      (title) => linear.addIssue({ team: 'DEV', title, state: 'started', description: 'Of the winter collection' }).id,
    ) as [string, string];
    linear.block(blocker, blocked);
    await sync();
    linear.moveToState(blocker, 'completed');
    await sync();
    await sync();
    const events = await rows<{ event_type: string; source_linear_issue_id: string }>(
      `SELECT event_type, source_linear_issue_id FROM kag_event_log WHERE project_id = $1 AND source = 'linear' ORDER BY id`,
    );
    const of = (id: string) => events.filter((one) => one.source_linear_issue_id === id).map((one) => one.event_type);
    expect(of(blocker)).toEqual(['issue_created', 'issue_completed']);
    expect(of(blocked)).toEqual(['issue_created', 'issue_blocked', 'issue_unblocked']);
    await app.admin.post('/jobs/embeddings/run').set('prefer', 'wait=55');
    const { identifier } = linear.tables.get('issue', blocked);
    const { body } = await app.admin.post('/search', { query: identifier, topK: 3 });
    expect(body.results[0]).toMatchObject({ source_url: expect.stringContaining(identifier) });
  });

  it('follows changes, and the daily comparison heals what left no trace', async () => {
    await sync();
    app.sandbox.linear.churn({ issues: 20, edits: 30, moves: 20, blocks: 10, comments: 15, deletions: 10, seed: 9 });
    await sync();
    const report = await app.admin.post('/connectors/reconciliation/run').set('prefer', 'wait=55');
    expect(report.status).toBe(200);
    expect(await differences()).toEqual([]);
    await sync();
    expect((await sync()).result).toMatchObject({ events: 0, errors: 0 });
  });

  it.each([
    ['a used-up limit', { kind: 'rate_limit' }, 'rate_limited'],
    ['errors in a 200', { kind: 'status', status: 200 }, 'vendor_error'],
    ['a refused key', { kind: 'status', status: 401 }, 'auth'],
  ] as const)('stops at %s, says so, and recovers by itself', async (_name, fault, kind) => {
    app.sandbox.faults.add({ vendor: 'linear', ...fault });
    const failed = await sync();
    expect(failed.status).toBe(502);
    expect(failed.body).toMatchObject({ error: 'vendor_failed', details: { connector: 'linear', error_kind: kind } });
    expect(JSON.stringify(failed.body)).not.toContain(API_TOKENS.linear);
    app.sandbox.faults.clear();
    await app.server.db.database.run('DELETE FROM connector_rate_budgets');
    expect((await sync()).result).toMatchObject({ status: 'ok' });
    expect(await differences()).toEqual([]);
  });
});
