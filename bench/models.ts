import { monitorEventLoopDelay } from 'node:perf_hooks';
import { History } from '../backtest/compare/history.js';
import { replayOf } from '../backtest/replay/replay.js';
import { worldsOf } from '../backtest/worlds/catalogue.js';
import { worldOf } from '../backtest/worlds/world.js';
import { fitSteps } from '../src/kag-forecast/domain/hazard/fit.js';
import type { ProjectRun } from '../src/kag-forecast/domain/hazard/project-run.js';
import { WAYS } from '../src/kag-forecast/domain/models/models.js';
import { thresholdsOf } from '../src/kag-forecast/domain/thresholds.js';
import { trainedOn } from '../src/kag-forecast/domain/trained-on.js';
import { paced } from '../src/kag-forecast/models/paced.js';
import { figure, repeat, type Figure } from './stats.js';

const PROJECTS = 200;
const DAYS = 180;
const ALARMS_PER_MONTH = 1;
const ROUNDS = 5;
const BUDGET_MS = 60_000;
const GROUP = `The week’s forecast models of an account scope, ${PROJECTS} projects, ${DAYS} days of each`;

/** What all models of a scope take to be learnt, in pauses as in a worker, and for how long that holds anything else up. */
export async function benchModels(say: (line: string) => void): Promise<Figure[]> {
  say(`forecast models: a world of ${PROJECTS} projects`);
  const [first] = worldsOf('tuning');
  if (!first) throw new Error('there is no world to tune on');
  const world = worldOf({ ...first, name: 'bench', seed: 'bench', projects: PROJECTS, days: DAYS });
  const runs = replayOf(world).map((replay) => new History(replay, DAYS).runUntil(DAYS - 1));
  const until = runs[0]?.days.at(-1)?.day ?? '';
  const took: number[] = [];
  const held: number[] = [];
  await repeat(ROUNDS, BUDGET_MS, async (round) => {
    say(`forecast models: round ${round + 1}`);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const started = performance.now();
    await learn(runs, until);
    took.push(performance.now() - started);
    delay.disable();
    held.push(delay.max / 1e6);
  });
  return [
    figure(GROUP, 'all three models and their thresholds', 'ms', took),
    figure(GROUP, 'longest that anything else in the process waits', 'ms', held),
  ];
}

async function learn(runs: readonly ProjectRun[], until: string): Promise<void> {
  await paced(trainedOn(runs, until, ALARMS_PER_MONTH));
  for (const way of Object.values(WAYS)) {
    const model = await paced(fitSteps({ runs, until }, way));
    await paced(thresholdsOf(model, runs, until, ALARMS_PER_MONTH));
  }
}
