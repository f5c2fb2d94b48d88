import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import type { Client } from '../support/client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { newScope, type Belongings } from './belongings.js';
import { CALLERS, callersOf, type Caller } from './callers.js';
import { EXPECTATIONS, type Expectation, type Outcome } from './expectations.js';
import { outcomesOf, targetsOf, type Target } from './outcomes.js';
import { printed, type Row } from './print-table.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** They take away what the others are about: a subscription, the project, and the sessions of those who ask. */
const LAST = ['DELETE /digest/subscriptions/{id}', 'DELETE /projects/{id}', 'POST /auth/logout'];

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../client/openapi.json'), 'utf8')) as {
  paths: Record<string, Partial<Record<Method, { 'x-kag-access': string; 'x-kag-project'?: boolean }>>>;
};
const operations = Object.entries(document.paths)
  .flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      operation: `${method.toUpperCase()} ${path}`,
      method: method as Method,
      path,
      marks: operation,
    })),
  )
  .sort((a, b) => LAST.indexOf(a.operation) - LAST.indexOf(b.operation));

let server: TestApp;
let ours: Belongings;
let theirs: Belongings;
let callers: Record<Caller, Client>;
const rows: Row[] = [];

beforeAll(async () => {
  server = await startTestApp({
    env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000' },
  });
  const us = await newScope(server);
  ours = us.has;
  theirs = (await newScope(server)).has;
  callers = await callersOf(server, us.admin.client, ours);
});
afterAll(async () => {
  await server.close();
  if (process.env['ACCESS_TABLE']) process.stdout.write(printed(rows));
});

describe('the access table', () => {
  it('has every operation of the published document, and no other', () => {
    expect(Object.keys(EXPECTATIONS).sort()).toEqual(operations.map(({ operation }) => operation).sort());
  });

  it.each(operations)('holds for $operation', async ({ operation, method, path, marks }) => {
    const expectation = EXPECTATIONS[operation];
    if (!expectation) throw new Error(`${operation} needs an expectation in test/access/expectations.ts`);
    expect(marks['x-kag-access']).toBe(expectation.needs);
    expect(marks['x-kag-project'] ?? false).toBe(expectation.project === 'active');
    const own = targetsOf(expectation).map((target) => ({
      operation,
      target,
      expected: outcomesOf(expectation, target),
    }));
    for (const row of own) {
      const seen: Outcome[] = [];
      for (const caller of CALLERS) {
        const answer = await ask(callers[caller], method, path, expectation, row.target);
        seen.push(outcomeOf(answer, expectation));
        expect(Object.values(theirs).filter((id) => answer.text.includes(id) && !sent(answer).includes(id))).toEqual(
          [],
        );
      }
      rows.push({ ...row, seen });
      expect({ ...row, seen }).toEqual({ ...row, seen: row.expected });
    }
  });
});

function ask(client: Client, method: Method, path: string, expectation: Expectation, target: Target) {
  const { project, names, parameters = {}, query, body } = expectation;
  const named = target === 'ours' ? ours : theirs;
  const projectId = (target === 'theirs' ? theirs : ours).projectId;
  const filled = path.replace(/\{(\w+)\}/g, (_all, parameter: string) => {
    if (parameters[parameter] !== undefined) return parameters[parameter];
    return project === 'path' ? projectId : names ? named[names] : '';
  });
  const queries = [...(query ? [query] : []), ...(project === 'active' ? [`project_id=${projectId}`] : [])];
  const url = `${filled}${queries.length > 0 ? `?${queries.join('&')}` : ''}`;
  const takesBody = method === 'post' || method === 'put' || method === 'patch';
  return client.send(method, url, takesBody ? (body?.(named) ?? {}) : undefined).set('prefer', 'respond-async');
}

function outcomeOf({ status }: Response, { lets = [200, 202] }: Expectation): Outcome {
  return lets.includes(status) ? 'in' : (status as Outcome);
}

/** What the caller has said: an answer may say it again. */
const sent = (answer: Response) => JSON.stringify([answer.request.url, (answer.request as { _data?: unknown })._data]);
