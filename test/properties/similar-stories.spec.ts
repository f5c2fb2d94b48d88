import { describe, expect, it } from '@jest/globals';
import { worldsOf } from '../../backtest/worlds/catalogue.js';
import { dayText, endOf } from '../../backtest/worlds/calendar.js';
import { worldOf, type World, type WorldProject } from '../../backtest/worlds/world.js';
import { CasePool, type CaseWindow } from '../../src/similarity/domain/case-pool.js';
import { signatureOf } from '../../src/similarity/domain/signature.js';
import { livedProject } from '../support/lived-project.js';

const WINDOW_DAYS = 14;
const CASES = 5;
const WEEK = 7;
/** From then on there is a past to find cases in. */
const FIRST_DAY = 62;
const CONTEXT = { project_type: 'delivery', budget_band: null, deal_stage: 'won' } as const;

/** A window, and what the project really goes through when it ends. */
type StoryWindow = CaseWindow & { story: ReadonlySet<string> };

const storyOn = ({ troubles }: WorldProject, day: number): ReadonlySet<string> =>
  new Set(troubles.flatMap(({ risk, begins, ends }) => (begins <= day && day < ends ? [risk] : [])));

function windowsOf({ parameters, projects }: World): StoryWindow[][] {
  const weeks: StoryWindow[][] = [];
  for (const project of projects) {
    const lived = livedProject(project);
    for (let day = 0; day < Math.min(parameters.days, project.ends); day++) {
      lived.live(day);
      if (day % WEEK !== WEEK - 1) continue;
      const signature = signatureOf(WINDOW_DAYS, new Date(endOf(day)), lived.numbers, lived.pairs(day), () => CONTEXT);
      if (signature)
        (weeks[(day + 1) / WEEK] ??= []).push({
          ...signature,
          project_id: project.id,
          window_end: dayText(day),
          story: storyOn(project, day),
        });
    }
  }
  return weeks;
}

/** Of projects in trouble: how many of their cases were in the same trouble, and how many of all windows were. */
function sharesOf(world: World): { cases: number; chance: number } {
  const known: StoryWindow[] = [];
  const [cases, all] = [
    { same: 0, of: 0 },
    { same: 0, of: 0 },
  ];
  const count = (of: typeof cases, one: StoryWindow, others: readonly StoryWindow[]) => {
    of.of += others.length;
    of.same += others.filter(({ story }) => [...story].some((risk) => one.story.has(risk))).length;
  };
  for (const [week, windows] of windowsOf(world).entries()) {
    known.push(...(windows ?? []));
    if (week * WEEK < FIRST_DAY || week % 2 === 1) continue;
    const pool = new CasePool(known);
    const places = new Map(known.map((one) => [`${one.project_id} ${one.window_end}`, one]));
    for (const one of windows ?? []) {
      if (one.story.size === 0) continue;
      const found = pool.top(one.project_id, CASES);
      count(
        cases,
        one,
        found.flatMap(({ window }) => places.get(`${window.project_id} ${window.window_end}`) ?? []),
      );
      count(
        all,
        one,
        known.filter(({ project_id }) => project_id !== one.project_id),
      );
    }
  }
  return { cases: cases.same / cases.of, chance: all.same / all.of };
}

describe('similar cases', () => {
  it.each(worldsOf('quick').map((parameters) => [parameters.name, parameters] as const))(
    'of projects in trouble were in the same trouble three times as often as chance has it: %s',
    (_name, parameters) => {
      const { cases, chance } = sharesOf(worldOf({ ...parameters, projects: 40 }));
      expect(cases).toBeGreaterThan(3 * chance);
    },
  );
});
