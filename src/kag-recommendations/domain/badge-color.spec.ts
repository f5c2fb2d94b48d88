import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { badgeColor } from './badge-color.js';

/** WCAG 2's contrast of a colour with white. */
function contrast(color: string): number {
  const linear = [1, 3, 5].map((i) => {
    const part = Number.parseInt(color.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = linear;
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

describe('a project’s colour', () => {
  const ids = Array.from({ length: 500 }, () => randomUUID());

  it('is always the same for an id, and tells projects apart', () => {
    expect(badgeColor('0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01')).toBe(badgeColor('0E3CF6D8-5A86-4F43-8F0B-8F9F2A4F6C01'));
    expect(new Set(ids.map(badgeColor)).size).toBe(12);
  });

  it('can be read under white letters', () => {
    for (const color of new Set(ids.map(badgeColor))) expect(contrast(color)).toBeGreaterThanOrEqual(4.5);
  });
});
