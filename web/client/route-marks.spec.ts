import { describe, expect, it } from '@jest/globals';
import { distinctNames, type Role, type SessionState } from './session.js';
import { effectLabel, marksOf, obstacle, routeAt, type Document } from './route-marks.js';

const operation = (access: string, more: object = {}) => ({
  'x-kag-access': access,
  'x-kag-effect': 'reads only',
  ...more,
});
const DOCUMENT: Document = {
  paths: {
    '/connectors/{name}/sync': {
      post: operation('operator', { 'x-kag-trigger': '{name}_sync', 'x-kag-project': true }),
    },
    '/connectors/all/sync': { post: operation('admin', { 'x-kag-confirm': 'Much work.' }) },
    '/projects': { get: operation('viewer'), post: operation('admin') },
    '/health': { get: operation('public') },
  },
};
const signedIn = (role: Role): SessionState => ({
  phase: 'signed_in',
  username: 'ann',
  role,
  memberships: [],
  projects: [],
  activeProjectId: null,
});

describe('the route at an address', () => {
  it.each([
    ['POST', '/connectors/chatwoot/sync', '/connectors/{name}/sync'],
    ['POST', '/connectors/all/sync', '/connectors/all/sync'],
    ['get', '/projects', '/projects'],
    ['DELETE', '/projects', undefined],
    ['GET', '/projects/1', undefined],
    ['GET', '/', undefined],
  ])('%s %s is %s', (method, pathname, path) => expect(routeAt(DOCUMENT, method, pathname)?.path).toBe(path));
});

describe('what keeps a person from sending', () => {
  const needs = (access: string) => marksOf({ paths: { '/x': { get: operation(access) } } }, 'get', '/x');
  it.each([
    ['public', { phase: 'signed_out', ended: false }, null],
    ['viewer', { phase: 'loading' }, /Checking/],
    ['viewer', { phase: 'unreachable', problem: new Error('Away.') }, /^Away\.$/],
    ['operator', { phase: 'signed_out', ended: false }, /Log in .* role operator/],
    ['viewer', signedIn('viewer'), null],
    ['operator', signedIn('viewer'), /needs the role operator; yours is viewer/],
    ['operator', signedIn('operator'), null],
    ['operator', signedIn('admin'), null],
    ['admin', signedIn('operator'), /needs the role admin; yours is operator/],
  ] as [string, SessionState, RegExp | null][])('%s, %j: %s', (access, state, reason) => {
    const text = obstacle(needs(access), state);
    if (reason === null) expect(text).toBeNull();
    else expect(text).toMatch(reason);
  });
});

describe('marks', () => {
  it('say in a label what a call does', () => {
    expect(effectLabel(marksOf(DOCUMENT, 'post', '/connectors/{name}/sync'))).toBe('starts a job');
    expect(effectLabel(marksOf(DOCUMENT, 'get', '/projects'))).toBe('reads only');
  });

  it('of a route that the document lacks keep nobody from anything', () => {
    expect(obstacle(marksOf(DOCUMENT, 'get', '/none'), { phase: 'signed_out', ended: false })).toBeNull();
  });
});

describe('names of projects to choose from', () => {
  it('are told apart by the id where they are equal', () => {
    const names = distinctNames([
      { id: '11111111-a', name: 'Acme', account_scope_id: 's1' },
      { id: '22222222-b', name: 'Acme', account_scope_id: 's1' },
      { id: '33333333-c', name: 'Bolt', account_scope_id: 's1' },
    ]);
    expect([...names.values()]).toEqual(['Acme (11111111)', 'Acme (22222222)', 'Bolt']);
  });
});
