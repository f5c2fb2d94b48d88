import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { capacityOf, onDisk, readOften, type Bytes, type Project } from './capacity.js';

const BYTES: Bytes = {
  chunk: 5_000,
  index: 4_000,
  message: 1_000,
  event: 500,
  process: 400,
  run: 300,
  day: 6_000,
  signature: 700,
};
const PROJECT: Project = {
  messages_a_day: 10,
  days: 70,
  chunks_of_a_message: 0.9,
  events_of_a_message: 1.5,
  runs_a_day: 1_000,
  run_days: 30,
  process_days: 400,
};

describe('a project', () => {
  it('is read by its chunks, events, days and signatures', () => {
    // 700 messages, 630 chunks, 1,050 events, 70 days and 30 signatures.
    expect(readOften(BYTES, PROJECT)).toBeCloseTo(630 * 9_000 + 1_050 * 500 + 70 * 6_000 + 30 * 700);
  });

  it('takes its messages, runs and what tells of them besides', () => {
    const rest = 700 * 1_000 + 1_000 * 30 * 300 + 1_000 * 70 * 2 * 400;
    expect(onDisk(BYTES, PROJECT)).toBeCloseTo(readOften(BYTES, PROJECT) + rest);
  });

  it('has no more runs than it has days, and no more than are kept', () => {
    const of = (days: number) => onDisk(BYTES, { ...PROJECT, days, messages_a_day: 0 }) - days * (6_000 + 300);
    expect(of(10)).toBeCloseTo(1_000 * (10 * 300 + 10 * 800));
    expect(of(1_000)).toBeCloseTo(1_000 * (30 * 300 + 400 * 800));
  });
});

describe('capacityOf', () => {
  it.each([
    [1, 0, 0],
    [4, 2.25, 223_696],
    [16, 11.25, 1_118_481],
    [64, 47.25, 4_697_620],
  ])('%d GiB cache %d GiB and %d chunks', (memory, cache_gib, chunks) => {
    expect(capacityOf(memory, BYTES, PROJECT)).toMatchObject({ cache_gib, chunks });
  });

  it('fits what it says, and not one more', () => {
    const bytes = fc.integer({ min: 100, max: 20_000 });
    fc.assert(
      fc.property(
        bytes,
        fc.integer({ min: 2, max: 512 }),
        fc.integer({ min: 1, max: 500 }),
        (chunk, memory, messages_a_day) => {
          const [sized, project] = [
            { ...BYTES, chunk },
            { ...PROJECT, messages_a_day },
          ];
          const { cache_gib, projects } = capacityOf(memory, sized, project);
          const one = readOften(sized, project) * 1.2;
          expect(projects * one).toBeLessThanOrEqual(cache_gib * 2 ** 30);
          expect((projects + 1) * one).toBeGreaterThan(cache_gib * 2 ** 30);
        },
      ),
    );
  });
});
