import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chainOf } from './chain.js';
import { randomProjects, relisted } from './random-projects.js';
import { openZone, type Zone } from './zones.js';

/** How far local time lies behind UTC in winter and in summer, minutes. */
const OFFSETS = { UTC: [0, 0], 'Asia/Kolkata': [-330, -330], 'America/New_York': [300, 240] };

/** What is looked at of the chain's text, in which NaN and the infinities stand as null. */
interface ChainPart {
  reading: Record<'signals' | 'scores', Record<string, { known: boolean; value: number | null }>>;
  foreseen: { forecasts: Record<string, { status: string; p7: number; p14: number; p30: number }>; words: string[] };
}

const zones = new Map<string, Zone>();
beforeAll(async () => {
  for (const name of Object.keys(OFFSETS)) zones.set(name, await openZone(name));
});
afterAll(() => {
  for (const zone of zones.values()) zone.close();
});

describe('the whole chain, from a log to recommendations', () => {
  it('says the same, to the byte, in any time zone and in whatever order it is told', async () => {
    expect(Object.fromEntries([...zones].map(([name, { offsets }]) => [name, offsets]))).toEqual(OFFSETS);
    const reordered = randomProjects().chain((given) =>
      fc.tuple(fc.constant(given), fc.array(relisted(given), { minLength: zones.size, maxLength: zones.size })),
    );
    await fc.assert(
      fc.asyncProperty(reordered, async ([given, orders]) => {
        const here = chainOf(given);
        const elsewhere = await Promise.all([...zones.values()].map((zone, n) => zone.chainOf(orders[n] ?? given)));
        for (const there of elsewhere) expect(there).toBe(here);
      }),
      { numRuns: 100 },
    );
  });

  it('says numbers and never leaves the bounds of its scores and chances, whatever amounts the deals have', () => {
    const amounts = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 0),
    );
    fc.assert(
      fc.property(randomProjects(20, amounts), (given) => {
        for (const { reading, foreseen } of JSON.parse(chainOf(given)) as ChainPart[]) {
          for (const [key, { known, value }] of Object.entries(reading.signals))
            expect([key, value]).toEqual([key, known ? expect.any(Number) : null]);
          for (const [type, { known, value }] of Object.entries(reading.scores))
            expect([type, value, value !== null && 0 <= value && value <= 100]).toEqual([type, value, known]);
          expect(foreseen.words.join('\n')).not.toMatch(/NaN|Infinity|undefined|null/);
          for (const { status, p7, p14, p30 } of Object.values(foreseen.forecasts)) {
            if (status !== 'ok') continue;
            expect([p7, p14, p30, p7 !== null && 0 <= p7 && p7 <= p14 && p14 <= p30 && p30 <= 1]).toEqual([
              p7,
              p14,
              p30,
              true,
            ]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
