import fc from 'fast-check';
import type { Figures } from '../../src/kag-recommendations/domain/figures.js';

const COUNTS = [
  'waiting_days',
  'asked_hours',
  'scope_requests',
  'client_messages',
  'open_blockers',
  'blockers_days',
  'late_days',
  'burn_percent',
  'negative_messages',
  'mood_messages',
  'needs',
  'upsell',
] as const;

/** Figures of any kind, each of which may be unknown; without causes. */
export const arbitraryFigures = (max = 150): fc.Arbitrary<Partial<Figures>> =>
  fc.record({
    ...(Object.fromEntries(COUNTS.map((key) => [key, fc.option(fc.nat({ max }))])) as Record<
      (typeof COUNTS)[number],
      fc.Arbitrary<number | null>
    >),
    margin_percent: fc.option(fc.integer({ min: -max, max: 100 })),
    there_since: fc.option(fc.constantFrom('2026-01-01', '2026-05-31', '2026-12-03')),
    chance: fc.option(fc.record({ p14: fc.nat({ max: 100 }), usual: fc.nat({ max: 100 }) })),
    lost_deal: fc.option(
      fc.record({
        name: fc.option(fc.constantFrom('Renewal', 'Сопровождение')),
        stage: fc.constantFrom('Lost', 'Потеряна'),
        on: fc.constantFrom('2026-01-01', '2026-12-03'),
      }),
    ),
  });
