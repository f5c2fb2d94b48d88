import { describe, expect, it } from '@jest/globals';
import { expectLinear } from '../../test/support/growth.js';
import { nesting } from './request.middleware.js';

describe('the nesting of a body', () => {
  it.each([
    ['', 0],
    ['1', 0],
    ['{}', 1],
    ['[{"a":[]},[]]', 3],
    ['{"a":"[[["}', 1],
    [String.raw`{"a":"\"[["}`, 1],
    ['[[[', 3],
  ])('%j: %d', (json, depth) => expect(nesting(Buffer.from(json))).toBe(depth));

  it('is known at once, however deep it is', () => {
    for (const part of ['[', '{"a":', '"[', '\\'])
      expectLinear(200_000, (size) => nesting(Buffer.from(part.repeat(size))));
  });
});
