import { CATEGORIES, type Category, RULES } from '../recommendation.js';
import type { Situation } from '../situation.js';
import { CAUSE_LIST } from './catalogue.js';
import type { Cause, CauseKey } from './cause.js';
import { chanceStrength, conditionStrength, isAt } from './strength.js';

/** From this share of what opens it on, a recommendation that is open stays: it shall not flutter. */
export const STAYS = 0.6;

export const REASONS = ['condition', 'forecast'] as const;
/** Why something is recommended: it is there, or it is likely enough to come. */
export type ReasonKind = (typeof REASONS)[number];

/** How strongly a cause holds, and by what. */
export interface Holding {
  cause: CauseKey;
  /** 1 where it opens. */
  strength: number;
  reason: ReasonKind;
}

/** What there is to do of a category. */
export interface Assessed {
  category: Category;
  /** Of the cause that holds most. */
  strength: number;
  /** All that hold at least as much as an open one needs to stay; the strongest first, never empty. */
  holding: readonly Holding[];
  urgent: boolean;
}

/** What holds now, in the categories' order: what opens, and what is only enough to stay open. */
export function assess(situation: Situation): Assessed[] {
  if (situation.ended) return [];
  const all = CATEGORIES.flatMap((category) => assessOne(category, situation));
  return all.filter(({ category }) => !RULES[category].yields_to.some((other) => holds(other, all)));
}

const holds = (category: Category, all: readonly Assessed[]): boolean => all.some((one) => one.category === category);

function assessOne(category: Category, situation: Situation): Assessed[] {
  const causes = CAUSE_LIST.filter((cause) => cause.category === category);
  const holding = causes
    .map((cause) => holdingOf(cause, situation))
    .filter(({ strength }) => strength >= STAYS)
    .sort((a, b) => b.strength - a.strength);
  const [lead] = holding;
  if (!lead) return [];
  const urgent = causes.some((cause) => isAt(cause, situation.measures, 'urgent'));
  return [{ category, strength: lead.strength, holding, urgent }];
}

function holdingOf(cause: Cause, situation: Situation): Holding {
  const condition = conditionStrength(cause, situation.measures);
  const forecast = forecastStrength(cause, situation);
  return condition >= forecast || condition >= 1
    ? { cause: cause.key, strength: condition, reason: 'condition' }
    : { cause: cause.key, strength: forecast, reason: 'forecast' };
}

/** A forecast speaks of the cause that raises it most, where that cause is on its way already. */
function forecastStrength(cause: Cause, { chances, measures }: Situation): number {
  const risk = RULES[cause.category].risk;
  const chance = risk === null ? undefined : chances[risk];
  if (!chance || !isAt(cause, measures, 'early')) return 0;
  const spoken = chance.raised_by.find((feature) => CAUSE_LIST.some(({ features }) => features.includes(feature)));
  return spoken !== undefined && cause.features.includes(spoken) ? chanceStrength(chance) : 0;
}
