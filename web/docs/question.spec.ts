import { describe, expect, it } from '@jest/globals';
import type { SessionState } from '../client/session.js';
import { questionBefore } from './question.js';

const SESSION: SessionState = {
  phase: 'signed_in',
  username: 'ann',
  role: 'admin',
  memberships: [],
  projects: [
    { id: 'p1', name: 'Acme', account_scope_id: 'ours' },
    { id: 'p2', name: 'Bolt', account_scope_id: 'ours' },
  ],
  activeProjectId: 'p1',
};
const MARKS = { access: 'admin', project: true, effect: '', trigger: null, confirm: 'It is gone.' } as const;

describe('the question before a request', () => {
  it.each([
    ['the chosen project', '/x', {}, '', true, 'Send POST /x?', ['It is gone.', 'Project: Acme']],
    [
      'the one in the query',
      '/x',
      { 'query.project_id': 'p2' },
      '',
      true,
      'Send POST /x?',
      ['It is gone.', 'Project: Bolt'],
    ],
    ['the one in the body', '/x', {}, '{"project_id": "p2"}', true, 'Send POST /x?', ['It is gone.', 'Project: Bolt']],
    [
      'one that is not theirs',
      '/x',
      { 'query.project_id': 'p9' },
      '',
      true,
      'Send POST /x?',
      ['It is gone.', 'Project: p9'],
    ],
    [
      'the one in the path',
      '/projects/{id}/sources/{connector}',
      { 'path.id': 'p2', 'path.connector': 'linear' },
      '',
      false,
      'Send POST /projects/p2/sources/linear?',
      ['It is gone.', 'Project: Bolt'],
    ],
    ['no project at all', '/users/{id}', { 'path.id': 'u1' }, '', false, 'Send POST /users/u1?', ['It is gone.']],
    ['nothing that was not entered', '/users/{id}', {}, '{', false, 'Send POST /users/{id}?', ['It is gone.']],
  ])('names %s', (_what, path, parameters, body, project, title, text) => {
    const question = questionBefore({ ...MARKS, project }, { method: 'post', path, parameters, body }, SESSION);
    expect([question.title, question.text]).toEqual([title, text]);
  });
});
