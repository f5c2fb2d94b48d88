import { DECLARED, type Declared, type FigureId } from './declared.js';
import { judge, ratioOf, type Judgement } from './goal.js';
import { statisticsOf, type Statistic, type Statistics } from './statistics.js';

/** A measured figure with what a reader needs to judge it. */
export interface Figure extends Statistics {
  /** As it is declared, with what it is of behind it: `search.small.http/vector`. */
  id: string;
  group: string;
  name: string;
  unit: string;
  better: Better;
  /** What the same machine did at best in the same run. */
  floor: (Statistics & { name: string }) | null;
  /** How often the floor goes into the figure, in the statistic of `told_by`. */
  ratio: number | null;
  /** The statistic that tells this figure best: the one that its first goal is about. */
  told_by: Statistic;
  goals: Judgement[];
  limited_by: string | null;
}

export type Better = 'less' | 'more' | 'neither';

/** Beside the samples: those of the floor, and what the figure is of, for the gaps in its names. */
export interface Beside {
  floor?: readonly number[];
  of?: readonly string[];
}

/**
 * The declared figure of these samples, judged.
 * @throws Error without samples, and where the floor that is declared was not measured, or another one was
 */
export function figure(id: FigureId, samples: readonly number[], { floor, of = [] }: Beside = {}): Figure {
  const declared: Declared = DECLARED[id];
  const full = [id, ...of].join('/');
  if ((floor === undefined) !== (declared.floor === undefined))
    throw new Error(`${full}: ${floor ? 'a floor was measured that is not declared' : 'its floor was not measured'}`);
  try {
    const measured = statisticsOf(samples);
    const under = floor === undefined ? null : statisticsOf(floor);
    const { better = 'less', goals = [], limit = null, unit } = declared;
    const told_by = goals[0]?.by ?? (measured.p95 === null ? 'median' : 'p95');
    return {
      id: full,
      group: filled(declared.group, of),
      name: filled(declared.name, of),
      unit,
      ...measured,
      better,
      floor: under && { name: filled(declared.floor ?? '', of), ...under },
      ratio: ratioOf(measured, under, told_by),
      told_by,
      goals: goals.map((goal) => judge(goal, unit, measured, under)),
      limited_by: limit,
    };
  } catch (error) {
    throw new Error(`${full}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * `{0}` and `{1}` are what the figure is of.
 * @throws Error for a gap that nothing fills
 */
const filled = (text: string, of: readonly string[]): string =>
  text.replace(/\{(\d)\}/g, (gap, at: string) => {
    const value = of[Number(at)];
    if (value === undefined) throw new Error(`nothing fills ${gap} of “${text}”`);
    return value;
  });
