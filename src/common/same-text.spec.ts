import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sameText } from './same-text.js';

it('holds for equal texts, and for no others', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(sameText(text, `${text}`)).toBe(true)));
  fc.assert(fc.property(fc.string(), fc.string(), (one, other) => expect(sameText(one, other)).toBe(one === other)));
});
