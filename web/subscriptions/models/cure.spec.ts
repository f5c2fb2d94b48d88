import { describe, expect, it } from '@jest/globals';
import { faultOf } from './cure.js';

describe('why a digest was not taken', () => {
  it.each([
    ['answered 503', 'down'],
    ['no answer within 10 s', 'down'],
    ['answered 404', 'address'],
    ['answered 301', 'address'],
    ['hooks.example is not among the hosts of DIGEST_HOSTS', 'host'],
    ['10.0.0.1 leads into a private network', 'private'],
    ['it would be sent without TLS', 'plain'],
    ['The stored address was sealed under another SECRETS_KEY', 'key'],
    ['the mail server said 550 no such user', 'mail'],
    ['something else', 'other'],
  ])('%s', (error, fault) => expect(faultOf(error)).toBe(fault));
});
