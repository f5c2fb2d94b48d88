import { compare, type Compared } from './compare/compare.js';
import { priorsOf } from './compare/prior.js';
import { summaryOf } from './compare/summary.js';
import { adviceGoals, goalsOf } from './report/goals.js';
import { cellRows, CELL_HEAD, GOAL_HEAD, goalRow, KIND_HEAD, kindRows, terminalTable } from './report/tables.js';
import { writeReport } from './report/write.js';
import { worldsOf, type WorldSet } from './worlds/catalogue.js';
import { USAGE } from './usage.js';
import { worldOf } from './worlds/world.js';

const SETS: Readonly<Record<string, WorldSet>> = { '--quick': 'quick', '--tuning': 'tuning' };

async function main(set: WorldSet): Promise<number> {
  const compared: Compared[] = [];
  for (const parameters of worldsOf(set)) {
    compared.push(compare(worldOf(parameters)));
    process.stderr.write(`${parameters.name}: ${parameters.projects} projects, ${parameters.days} days\n`);
  }
  const all = summaryOf(compared);
  const goals = [...goalsOf(all), ...adviceGoals(all)];
  console.log(terminalTable(CELL_HEAD, cellRows(all, 'trouble')));
  console.log(terminalTable(CELL_HEAD, cellRows(all, 'onset')));
  console.log(terminalTable(GOAL_HEAD, goals.map(goalRow)));
  console.log(terminalTable(KIND_HEAD, kindRows(all)));
  if (set === 'report') {
    const [strong, weak] = [true, false].map((is) => summaryOf(compared.filter((one) => one.strong === is)));
    if (strong && weak) console.log(`Written: ${await writeReport({ all, strong, weak })} and its plots`);
  }
  return set === 'quick' && goals.some(({ met }) => !met) ? 1 : 0;
}

const [wish, ...more] = process.argv.slice(2);
const set = wish === undefined ? 'report' : SETS[wish];
if (wish === '--prior' && more.length === 0) {
  console.log(JSON.stringify(priorsOf(worldsOf('tuning')), null, 2));
} else if (set === undefined || more.length > 0) {
  process.stderr.write(USAGE);
  process.exitCode = wish === '--help' ? 0 : 2;
} else {
  process.exitCode = await main(set);
}
