import { dayAt, isWorking, timeOn, workingFrom } from './calendar.js';
import type { Causes } from './causes.js';
import { type Character, isIn } from './character.js';
import type { WorldParameters } from './parameters.js';
import type { Random } from '../random.js';
import { reportDay, type Trouble } from './troubles.js';

/** An amount of a deal that is entered. */
export interface Entry {
  at: number;
  deal_id: string;
  entry_type: 'planned_budget' | 'cost' | 'revenue';
  amount: number;
}

export interface Money {
  entries: Entry[];
  troubles: Trouble[];
}

/** What a deal may cost of its budget before that is trouble; what it costs of the next budget at first. */
const TROUBLE = 1.2;
const EXTENDED = 1.5;

/**
 * A project's deals: what they were to cost, what they cost by and by, and when one is over. Drift makes work dearer,
 * and brings sudden costs by its hazard. What is spent is known when it is entered: weekly, or late.
 */
export function moneyOf(random: Random, causes: Causes, character: Character, world: WorldParameters): Money {
  const entries: Entry[] = [];
  const troubles: Trouble[] = [];
  for (let n = random.whole(1, 2); n > 0; n--) {
    const deal = dealOf(`deal-${n}`, random.of(`deal ${n}`), causes, character, world);
    entries.push(...deal.entries);
    troubles.push(...deal.troubles);
  }
  return { entries, troubles: merged(troubles) };
}

function dealOf(deal_id: string, random: Random, causes: Causes, character: Character, world: WorldParameters): Money {
  let budget = random.logNormal(40_000, 0.6);
  let cost = budget * random.between(0, 1.1);
  const worth = budget * random.between(1.7, 2.2);
  const length = random.between(150, 320);
  const entries: Entry[] = [];
  const troubles: Trouble[] = [];
  const enter = (day: number, hours: number, entry_type: Entry['entry_type'], amount: number) =>
    entries.push({ at: timeOn(day, hours), deal_id, entry_type, amount: Math.round(amount) });
  enter(0, 0, 'planned_budget', budget);
  enter(0, 0.1, 'revenue', worth);
  enter(0, 0.2, 'cost', cost);
  let trouble: Trouble | null = null;
  for (let day = 1; day < character.ends; day++) {
    const [jump, size] = [random.next(), random.between(0.1, 0.4)];
    if (!isWorking(day) || isIn(character.pause, day)) continue;
    const drift = causes.finance_risk[day] ?? 0;
    cost += (budget / length) * (7 / 5) * Math.exp(0.7 * world.shows * drift);
    if (jump < world.hazards.finance_risk * Math.exp(world.drives.finance_risk * drift)) cost += budget * size;
    if (!trouble && cost >= TROUBLE * budget) {
      const ends = Math.min(character.ends, day + random.whole(8, 25));
      trouble = {
        risk: 'finance_risk',
        kind: 'over budget',
        begins: day,
        ends,
        reportedOn: reportDay(day, random, world),
      };
      troubles.push(trouble);
    }
    if (trouble && day >= trouble.ends) {
      budget = EXTENDED * cost;
      trouble = null;
      enter(day, 3, 'planned_budget', budget);
      enter(day, 3.1, 'revenue', Math.max(worth, 1.8 * budget));
    }
    const entered = character.late_costs ? day % 28 === 18 : day % 7 === 4;
    if (entered) enter(character.late_costs ? workingFrom(day + 14) : day, 6, 'cost', cost);
  }
  return { entries: entries.filter(({ at }) => dayAt(at) < character.ends), troubles };
}

/** Troubles of several deals at a time are one. */
function merged(troubles: readonly Trouble[]): Trouble[] {
  const all: Trouble[] = [];
  for (const one of [...troubles].sort((a, b) => a.begins - b.begins)) {
    const last = all.at(-1);
    if (last && one.begins <= last.ends) last.ends = Math.max(last.ends, one.ends);
    else all.push({ ...one });
  }
  return all;
}
