import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path.js';

describe('the path to go back to', () => {
  it.each([
    ['/', '/'],
    ['/ops', '/ops'],
    ['/docs?x=1#/jobs', '/docs?x=1#/jobs'],
    ['/a/../ops', '/ops'],
  ])('%s is %s', (text, path) => {
    expect(localPath(text)).toBe(path);
  });

  it.each([
    '',
    'ops',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    '\\/evil.example',
    '/\t/evil.example',
    '/ /evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    ' /ops',
    '/ops\r\nset-cookie: a=b',
    `/${'x'.repeat(500)}`,
  ])('%j is none', (text) => {
    expect(localPath(text)).toBeNull();
  });
});
