import { describe, expect, it } from '@jest/globals';
import { ISSUES, REFERENCES } from './queries.js';
import { withoutField } from './query-fields.js';

const words = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a query without a field that Linear has no more', () => {
  it.each([
    [
      'a plain field',
      'Issue',
      'url',
      'query Q { issues(first: 1) { nodes { id url team { id url } } } }',
      'query Q { issues(first: 1) { nodes { id team { id url } } } }',
    ],
    [
      'one of a nested list',
      'Comment',
      'body',
      'query Q { issues { nodes { body comments(first: 2) { nodes { id body } } } } }',
      'query Q { issues { nodes { body comments(first: 2) { nodes { id } } } } }',
    ],
    [
      'one with a selection',
      'Issue',
      'parent',
      'query Q { issues { nodes { id parent { id } number } } }',
      'query Q { issues { nodes { id number } } }',
    ],
    [
      'one with arguments, at the end',
      'Issue',
      'labels',
      'query Q { issues { nodes { id labels(first: 3) { nodes { id } } } } }',
      'query Q { issues { nodes { id } } }',
    ],
    [
      'a field that is not asked for',
      'Issue',
      'color',
      'query Q { issues { nodes { id } } }',
      'query Q { issues { nodes { id } } }',
    ],
  ])('%s', (_name, type, field, query, rest) => expect(words(withoutField(query, type, field))).toBe(rest));

  it('is the same otherwise, whatever is asked', () => {
    expect(ISSUES).toContain('previousIdentifiers');
    expect(words(withoutField(ISSUES, 'Issue', 'previousIdentifiers'))).toBe(
      words(ISSUES.replace('previousIdentifiers', '')),
    );
    expect(withoutField(REFERENCES, 'WorkflowState', 'color')).toContain('isGroup');
  });
});
