import { monitorEventLoopDelay } from 'node:perf_hooks';
import { History } from '../../backtest/compare/history.js';
import { replayOf } from '../../backtest/replay/replay.js';
import { worldsOf } from '../../backtest/worlds/catalogue.js';
import { worldOf } from '../../backtest/worlds/world.js';
import { fitSteps } from '../../src/kag-forecast/domain/hazard/fit.js';
import type { ProjectRun } from '../../src/kag-forecast/domain/hazard/project-run.js';
import { WAYS } from '../../src/kag-forecast/domain/models/models.js';
import { thresholdsOf } from '../../src/kag-forecast/domain/thresholds.js';
import { trainedOn } from '../../src/kag-forecast/domain/trained-on.js';
import { paced } from '../../src/kag-forecast/models/paced.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { repeat, timed } from '../timing.js';

const SIZES = {
  full: { projects: 200, days: 180, rounds: 5, budgetMs: 60_000 },
  quick: { projects: 20, days: 90, rounds: 1, budgetMs: 0 },
};
const ALARMS_PER_MONTH = 1;

/** How long a scope's models take to learn, paced as in a worker, and how long other work waits meanwhile. */
export async function benchModels(bench: Bench): Promise<Measured> {
  const { projects, days, rounds, budgetMs } = sizesOf(bench, SIZES);
  bench.say(`forecast models: a world of ${projects} projects`);
  const [first] = worldsOf('tuning');
  if (!first) throw new Error('there is no world to tune on');
  const world = worldOf({ ...first, name: 'bench', seed: 'bench', projects, days });
  const runs = replayOf(world).map((replay) => new History(replay, days).runUntil(days - 1));
  const until = runs[0]?.days.at(-1)?.day ?? '';
  const took: number[] = [];
  const held: number[] = [];
  await repeat(rounds, budgetMs, async (round) => {
    bench.say(`forecast models: round ${round + 1}`);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await timed(took, () => learn(runs, until));
    delay.disable();
    held.push(delay.max / 1e6);
  });
  return {
    figures: [figure('models.learn', took), figure('models.held', held)],
    facts: [['forecast models', `of an account scope with ${told(projects)} projects, ${days} days of each`]],
  };
}

async function learn(runs: readonly ProjectRun[], until: string): Promise<void> {
  await paced(trainedOn(runs, until, ALARMS_PER_MONTH));
  for (const way of Object.values(WAYS)) {
    const model = await paced(fitSteps({ runs, until }, way));
    await paced(thresholdsOf(model, runs, until, ALARMS_PER_MONTH));
  }
}
