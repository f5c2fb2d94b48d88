import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../src/common/cursor.js';
import { newScope, type Belongings } from '../access/belongings.js';
import type { Client } from '../support/client.js';
import { newcomer, project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;
let admin: Client;
let ours: Belongings;
let theirs: Belongings;

beforeAll(async () => {
  server = await startTestApp();
  const us = await newScope(server);
  [admin, ours, theirs] = [us.admin.client, us.has, (await newScope(server)).has];
});
afterAll(() => server.close());

const refused = async (client: Client, path: string, cursor: string) => {
  const answer = await client.get(`${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`);
  expect([answer.status, answer.body.error, answer.body.details?.[0]?.path]).toEqual([
    400,
    'validation_failed',
    'cursor',
  ]);
  return { ...answer.body, request_id: '' };
};

describe('a cursor that somebody made up', () => {
  it('says nothing of whether a recommendation of another scope exists', async () => {
    const list = `/kag/v2/recommendations?all_projects=true&project_id=${ours.projectId}`;
    const there = await refused(admin, list, encodeCursor([theirs.projectId, theirs.recommendationId]));
    const notThere = await refused(admin, list, encodeCursor([theirs.projectId, randomUUID()]));
    expect(there).toEqual(notThere);
  });

  it.each([
    ['/jobs/runs', () => [ours.runId]],
    ['/jobs/runs', () => [theirs.runId]],
    ['/users', () => ['a']],
    ['/projects', () => ['a', ours.projectId]],
    ['/audit', () => [1_000_000]],
    ['/kag/events', () => [1_000_000]],
    ['/messages', () => ['cwmsg:1:1']],
  ] as const)('of %s is refused', async (path, key) => {
    const scoped = /users|projects/.test(path) ? path : `${path}?project_id=${ours.projectId}`;
    await refused(admin, scoped, encodeCursor(key()));
  });
});

describe('a cursor that a list gave out', () => {
  it('is good for this list, project and user only', async () => {
    const person = await newcomer(server);
    const [one, two] = [await project(person.client), await project(person.client)];
    const { next_cursor } = (await person.client.get('/projects?limit=1')).body;
    expect((await person.client.get(`/projects?limit=1&cursor=${next_cursor}`)).body.projects).toHaveLength(1);
    await refused(admin, '/projects', next_cursor as string);
    await refused(person.client, '/users', next_cursor as string);
    await person.client.patch(`/projects/${one}`, { name: 'Another name' });
    const audit = (await person.client.get(`/audit?limit=1&project_id=${one}`)).body.next_cursor as string | null;
    expect(audit).toEqual(expect.any(String));
    await refused(person.client, `/audit?project_id=${two}`, audit ?? '');
    await refused(person.client, `/kag/events?project_id=${one}`, audit ?? '');
  });

  it('goes on behind names that take the most room', async () => {
    const person = await newcomer(server);
    const names = ['丙', '丁', '戊'].map((first) => `${first}${'漢'.repeat(159)}`);
    for (const name of names) await project(person.client, name);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await person.client.get(`/projects?limit=1${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.status).toBe(200);
      seen.push(...page.body.projects.map((row: { name: string }) => row.name));
      cursor = page.body.next_cursor as string | null;
    }
    expect(seen.sort()).toEqual(names.sort());
  });
});
