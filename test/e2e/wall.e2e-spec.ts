import { Controller, Get, Injectable, Module, Post } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/database/index.js';
import { Access, Operation, ProjectScoped } from '../../src/http/index.js';
import { JobRegistry, JobsModule, Trigger, type JobRequest } from '../../src/jobs/index.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { storeChatwoot, storeError } from '../support/stored-project.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const SHOWN = { summary: 'A route of the tests', example: { seen: {} } };

/** Reads every table with a project's rows and names no project: what a filter that was forgotten looks like. */
@Injectable()
class Unfiltered {
  constructor(
    private readonly database: Database,
    registry: JobRegistry,
  ) {
    registry.register({
      type: 'unfiltered',
      title: 'test',
      cadenceSeconds: null,
      timeoutSeconds: 60,
      reads: [],
      writes: [],
      run: async () => ({ seen: await this.projectsSeen() }),
    });
  }

  async projectsSeen(): Promise<Record<string, string[]>> {
    const tables = await this.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'project_id' AND table_name <> 'api_tokens' ORDER BY 1`,
    );
    const seen: Record<string, string[]> = { projects: await this.ids('id', 'projects') };
    for (const { name } of tables) seen[name] = await this.ids('project_id', name);
    return seen;
  }

  private async ids(column: string, table: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT ${column}::text AS id FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    return rows.map(({ id }) => id);
  }
}

@Controller('unfiltered')
class UnfilteredController {
  constructor(private readonly unfiltered: Unfiltered) {}

  @Get('project')
  @Access('viewer')
  @ProjectScoped()
  @Operation(SHOWN)
  async ofProject() {
    return { seen: await this.unfiltered.projectsSeen() };
  }

  @Get('scopes')
  @Access('viewer')
  @Operation(SHOWN)
  async ofScopes() {
    return { seen: await this.unfiltered.projectsSeen() };
  }

  @Post('run')
  @Access('operator')
  @ProjectScoped()
  @Trigger('unfiltered')
  @Operation(SHOWN)
  run(): JobRequest {
    return { job_type: 'unfiltered' };
  }
}

@Module({ imports: [JobsModule], controllers: [UnfilteredController], providers: [Unfiltered] })
class UnfilteredModule {}

describe('the wall between projects, with the application’s filter off', () => {
  let server: TestApp;
  let admin: Client;
  let mine: string, beside: string, theirs: string;

  beforeAll(async () => {
    server = await startTestApp({
      modules: [UnfilteredModule],
      env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' },
    });
    admin = await server.signIn();
    mine = await project(admin, 'Mine');
    beside = await project(admin, 'Beside');
    const [other] = await server.db.database.query<{ id: string }>(
      `WITH made AS (INSERT INTO account_scopes (key, name) VALUES ('elsewhere', 'Elsewhere') RETURNING id)
       INSERT INTO projects (account_scope_id, name) SELECT id, 'Theirs' FROM made RETURNING id`,
    );
    theirs = other?.id ?? '';
    for (const [id, account] of [
      [mine, '11'],
      [beside, '12'],
      [theirs, '13'],
    ] as const) {
      await storeChatwoot(server.db.database, id, account);
      await storeError(server.db.database, id);
    }
  });
  afterAll(() => server.close());

  const seenIn = (seen: Record<string, string[]>) => [...new Set(Object.values(seen).flat())].sort();

  it('keeps a request about a project to it', async () => {
    const { body } = await admin.get(`/unfiltered/project?project_id=${mine}`);
    expect(seenIn(body.seen)).toEqual([mine]);
    expect(body.seen).toMatchObject({
      projects: [mine],
      rag_chunks: [mine],
      cw_messages: [mine],
      kag_event_log: [mine],
    });
  });

  it('keeps a request about no project to the account scopes of its user', async () => {
    const { body } = await admin.get('/unfiltered/scopes');
    expect(seenIn(body.seen)).toEqual([mine, beside].sort());
  });

  it('keeps a run to its project', async () => {
    const { body } = await admin.post(`/unfiltered/run?project_id=${mine}`).set('prefer', 'wait=55');
    expect(seenIn(body.result.seen)).toEqual([mine]);
  });
});
