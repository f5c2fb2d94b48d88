import { describe, expect, it } from '@jest/globals';
import { PART_NAMES, readBenchOptions, USAGE, type BenchOptions } from './usage.js';

const ALL: BenchOptions = { quick: false, json: null, compare: null, parts: [...PART_NAMES] };

describe('readBenchOptions', () => {
  it.each<[string[], Partial<BenchOptions>]>([
    [[], {}],
    [['--quick'], { quick: true }],
    [['sync', 'start'], { parts: ['sync', 'start'] }],
    [['--json', 'now.json', 'jobs'], { json: 'now.json', parts: ['jobs'] }],
    [['--compare=before.json'], { compare: 'before.json' }],
  ])('reads %j', (args, expected) => {
    expect(readBenchOptions(args)).toEqual({ ...ALL, ...expected });
  });

  it.each([
    [['speed'], 'There is no part "speed"'],
    [['--fast'], "Unknown option '--fast'"],
    [['--json'], "'--json <value>' argument missing"],
    [['--json='], '--json takes the name of a file'],
    [['--compare='], '--compare takes the name of a file'],
  ])('refuses %j', (args, message) => {
    expect(() => readBenchOptions(args)).toThrow(message);
  });
});

it('the help names every part', () => {
  for (const name of PART_NAMES) expect(USAGE).toMatch(new RegExp(`\\b${name}\\b`));
});
