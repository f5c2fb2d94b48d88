import type { RiskType } from '../../src/kag-forecast/domain/risks.js';
import { isWorking } from './calendar.js';
import type { Causes } from './causes.js';
import { type Character, isIn } from './character.js';
import type { WorldParameters } from './parameters.js';
import type { Random } from '../random.js';

export type TroubleKind = 'stuck' | 'over budget' | 'silent' | 'angry' | 'leaving' | 'flood';

/** Something that really goes wrong. */
export interface Trouble {
  risk: RiskType;
  kind: TroubleKind;
  /** The first day of it. */
  begins: number;
  /** The first day without it. */
  ends: number;
  /** The day on which a person reports it; null: it is not reported. */
  reportedOn: number | null;
}

/** Days for which a cause works before trouble comes of it. */
const LAG = 3;
const LEAST_DAYS = 5;
const MORE_DAYS = 9;
/** Days after trouble in which the same kind does not come again. */
const REST = 10;

/** The troubles of a risk, drawn day by day: the more of its cause there is, the likelier. */
export function drawTroubles(
  risk: Exclude<RiskType, 'finance_risk'>,
  random: Random,
  causes: Causes,
  character: Character,
  world: WorldParameters,
): Trouble[] {
  const troubles: Trouble[] = [];
  const base = Math.log(world.hazards[risk] / (1 - world.hazards[risk]));
  let free = 0;
  for (let day = LAG; day < character.ends; day++) {
    const drawn = random.next();
    if (day < free || !isWorking(day) || isIn(character.pause, day)) continue;
    const odds = base + world.drives[risk] * (causes[risk][day - LAG] ?? 0);
    if (drawn >= 1 / (1 + Math.exp(-odds))) continue;
    const own = random.of(day);
    const kind = kindOf(risk, own);
    const length = kind === 'leaving' ? Infinity : LEAST_DAYS + own.exponential(MORE_DAYS);
    const ends = Math.min(character.ends, Math.round(day + length));
    troubles.push({ risk, kind, begins: day, ends, reportedOn: reportDay(day, own, world) });
    free = ends + REST;
  }
  return troubles;
}

function kindOf(risk: Exclude<RiskType, 'finance_risk'>, random: Random): TroubleKind {
  if (risk === 'delivery_risk') return 'stuck';
  if (risk === 'scope_risk') return 'flood';
  const drawn = random.next();
  return drawn < 0.5 ? 'silent' : drawn < 0.85 ? 'angry' : 'leaving';
}

/** The day on which a person reports trouble that began on `day`; null: it is not reported. */
export const reportDay = (day: number, random: Random, { reported }: WorldParameters): number | null =>
  random.chance(reported) ? day + random.whole(1, 4) : null;

export const troubleOn = (
  troubles: readonly Trouble[],
  day: number,
  kinds: readonly TroubleKind[],
): Trouble | undefined =>
  troubles.find(({ kind, begins, ends }) => kinds.includes(kind) && begins <= day && day < ends);
