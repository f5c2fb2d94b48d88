import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { variables } from '../../src/config/variables.js';

const ROOT = join(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) +\| ([12]) +\| (\S.*?) +\| (.+) \|$/gm)].map(
  ([, line = '', level, state = '', how = '']) => ({ line, level: Number(level), state, how }),
);

describe('docs/security.md', () => {
  it('has each line of the standard once, in its order, with what is so of it', () => {
    expect(rows.length).toBeGreaterThan(150);
    const order = rows.map(({ line }) => line.split('.').reduce((sum, part) => sum * 100 + Number(part), 0));
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    expect([...new Set(rows.map(({ state }) => state))].sort()).toEqual(['met', 'n/a', 'not met', 'partly']);
    expect(rows.filter(({ how }) => how.trim() === '')).toEqual([]);
  });

  it('sums up what its lines say', () => {
    const applies = rows.filter(({ state }) => state !== 'n/a');
    const share = (level: number) => {
      const of = applies.filter((row) => row.level === level);
      return `${of.filter(({ state }) => state === 'met').length} of ${of.length}`;
    };
    expect(text).toContain(`${share(1)} of level 1 are met and ${share(2)} of level 2`);
  });

  it('names tests and files that there are', () => {
    const files = [
      ...new Set(
        [...text.matchAll(/`((?:client|sandbox|scenarios|src|test|web)\/[^`]+\.\w+)`/g)].map(([, file]) => file!),
      ),
    ];
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('names variables that there are', () => {
    const named = [...text.matchAll(/`([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)(?:=\w+)?`/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in variables))).toEqual([]);
  });
});
