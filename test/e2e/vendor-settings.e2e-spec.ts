import { describe, expect, it } from '@jest/globals';
import type { ConnectorName } from '../../src/connectors/core/contract.js';
import { syncedApp } from '../support/synced-app.js';

type Json = any;

const app = syncedApp(['chatwoot', 'linear', 'attio'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

const sync = (name: ConnectorName) => app.admin.post(`/connectors/${name}/sync`).set('prefer', 'wait=55');
const errors = async (): Promise<Json[]> => (await app.admin.get('/connectors/errors')).body.errors;
const NAMES: ConnectorName[] = ['chatwoot', 'linear', 'attio'];

/** What the diagnosis advises about syncs that don't end well. */
async function cures(): Promise<string> {
  const { body } = await app.admin.get('/ops/diagnosis');
  const checks: Json[] = (body.sections ?? [body.diagnosis]).flatMap(
    (section: Json) => section.checks ?? section.sections.flatMap((each: Json) => each.checks),
  );
  return JSON.stringify(checks.find(({ id }) => id === 'connector_state').remedy);
}

describe('a wrong address or account', () => {
  it.each(NAMES)('of %s is a setting, which the failure and its cure name', async (name) => {
    app.sandbox.faults.add({ vendor: name, kind: 'status', status: 404 });
    const { body } = await sync(name);
    expect(body).toMatchObject({ details: { error_kind: 'config' } });
    expect(body.message).toContain(`${name.toUpperCase()}_BASE_URL`);
    expect(body.message).toContain(name === 'chatwoot' ? 'CHATWOOT_ACCOUNT_ID' : `${name.toUpperCase()}_WORKSPACE_ID`);
    expect(await errors()).toMatchObject([{ error_kind: 'config', status: 'dead_letter' }]);
    expect(await cures()).toContain(`${name.toUpperCase()}_BASE_URL`);
  });

  it.each(NAMES)('of %s, where a page for people is, is told in the words of the page', async (name) => {
    app.sandbox.faults.add({ vendor: name, kind: 'html' });
    const { body } = await sync(name);
    expect(body).toMatchObject({ details: { error_kind: 'bad_payload' } });
    expect(body.message).toContain('Please sign in to continue');
    expect(body.message).toContain(`${name.toUpperCase()}_BASE_URL`);
  });

  it.each(NAMES)('of %s, that says so with a good status, keeps its words', async (name) => {
    const body = { error: 'This installation has moved to another host' };
    app.sandbox.faults.add({ vendor: name, kind: 'status', status: 200, body });
    expect((await sync(name)).body.message).toContain('This installation has moved to another host');
  });
});

describe('a field that Linear has dropped', () => {
  /** Refuses every query that asks for it. */
  const drop = (type: string, field: string, asked: RegExp) =>
    app.sandbox.faults.add({
      vendor: 'linear',
      kind: 'edit',
      edit(reply, exchange) {
        if (!asked.test(JSON.parse(exchange.body.toString()).query)) return;
        const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', type: 'graphql error' };
        const message = `Cannot query field "${field}" on type "${type}".`;
        Object.assign(reply, { status: 400, body: { errors: [{ message, extensions }] } });
      },
    });

  it('without which nothing can be told apart stops the sync, and says what to do', async () => {
    drop('Issue', 'identifier', /\bidentifier\b/);
    const { body } = await sync('linear');
    expect(body).toMatchObject({ details: { error_kind: 'config' } });
    expect(body.message).toContain('Linear has changed: update the server');
    expect(await cures()).toContain('update the server');
  });

  it('is done without, and told', async () => {
    drop('Issue', 'previousIdentifiers', /previousIdentifiers/);
    drop('IssueLabel', 'color', /name color isGroup/);
    expect((await sync('linear')).body.result).toMatchObject({ status: 'partial' });
    const rows = await app.server.db.database.query(`SELECT FROM linear_issues_raw WHERE project_id = $1`, [
      app.projectId,
    ]);
    expect(rows.length).toBeGreaterThan(10);
    expect((await errors()).map(({ source_ref }) => source_ref).sort()).toEqual([
      'schema:Issue.previousIdentifiers',
      'schema:IssueLabel.color',
    ]);
    expect((await errors())[0].error_message).toContain('Linear has changed: update the server');
    expect(await cures()).toContain('update the server');
  });
});
