import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CAUSES } from '../../src/kag-recommendations/domain/causes/cause.js';
import { page, TEXT_CASES } from './recommendation-texts.js';

/** Every branch of the texts as people read it, in English and Russian: read it through when it changes. */
const read = readFileSync(join(import.meta.dirname, 'recommendation-texts.txt'), 'utf8');
const pages = new Map(
  read
    .trimEnd()
    .split(/\n(?=\S)/)
    .map((text) => [text.slice(0, text.indexOf(':')), text]),
);

describe('the texts of recommendations', () => {
  it.each(TEXT_CASES.map(([name, facts]) => [name, facts] as const))('%s', (name, facts) => {
    expect(page([name, facts])).toBe(pages.get(name));
  });

  it('are read through: every cause is there, and nothing else', () => {
    expect([...pages.keys()]).toEqual(TEXT_CASES.map(([name]) => name));
    expect(new Set(TEXT_CASES.map(([, { cause }]) => cause))).toEqual(new Set(CAUSES));
  });
});
