import { describe, expect, it } from '@jest/globals';
import { refusedSignIn } from './refused-sign-in.js';

describe('a refused sign-in', () => {
  it.each([
    ['#refused=identity_unknown&subject=a%20b', { code: 'identity_unknown', subject: 'a b' }],
    ['#refused=sign_in_stale', { code: 'sign_in_stale', subject: null }],
    ['', null],
    ['#/jobs/triggerJob', null],
    ['#refused=<b>', null],
  ])('of the address %j', (hash, refused) => {
    expect(refusedSignIn(hash)).toEqual(refused);
  });
});
