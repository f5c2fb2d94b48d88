import type { WorldParameters } from './parameters.js';
import type { Random } from '../random.js';

/** A stretch of days, `to` excluded. */
export interface Stretch {
  from: number;
  to: number;
}

/** What a project is like, apart from its causes: much of it only looks like trouble. */
export interface Character {
  people: number;
  /** The first of the people is always cross, also when all is well. */
  angry_person: boolean;
  chatty: boolean;
  pause: Stretch | null;
  /** The first day on which it is over. */
  ends: number;
  /** An issue that is left blocked because no one needs it. */
  parked: Stretch | null;
  /** Costs are entered once a month, two weeks late. */
  late_costs: boolean;
  /** How much goes on in it, 1 on average. */
  pace: number;
}

const MIN_DAYS = 60;

export function characterOf(random: Random, { shares, days }: WorldParameters): Character {
  const stretch = (least: number, most: number): Stretch => {
    const from = random.whole(10, days - most);
    return { from, to: from + random.whole(least, most) };
  };
  return {
    people: random.whole(2, 4),
    angry_person: random.chance(shares.angry_person),
    chatty: random.chance(shares.chatty),
    pause: random.chance(shares.pause) ? stretch(14, 28) : null,
    ends: random.chance(shares.end) ? random.whole(MIN_DAYS, days - 10) : days,
    parked: random.chance(shares.parked_blocker) ? stretch(30, 80) : null,
    late_costs: random.chance(shares.late_costs),
    pace: random.logNormal(1, 0.3),
  };
}

export const isIn = (stretch: Stretch | null, day: number): boolean =>
  stretch !== null && day >= stretch.from && day < stretch.to;
