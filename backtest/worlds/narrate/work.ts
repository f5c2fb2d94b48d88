import { dayText, isWorking, timeOn, workingFrom } from '../calendar.js';
import { troubleOn } from '../troubles.js';
import type { Scene } from './scene.js';

const CYCLE_DAYS = 14;
/** Share of cycles that stay open, though their work is done. */
const FORGOTTEN = 0.06;

/** Issues that are made, blocked, freed and done, and the cycles that they are done in. */
export function narrateWork(scene: Scene): void {
  narrateIssues(scene);
  narrateCycles(scene);
  for (const { begins, ends, kind } of scene.troubles) {
    if (kind !== 'stuck') continue;
    const random = scene.random.of(`stuck ${begins}`);
    for (let n = random.whole(2, 4); n > 0; n--)
      block(scene, scene.newId('issue'), workingFrom(begins + random.whole(0, 2)), workingFrom(ends), random.next());
  }
  const { parked } = scene.character;
  if (parked) block(scene, scene.newId('issue'), workingFrom(parked.from), workingFrom(parked.to), 0.5);
}

function narrateIssues(scene: Scene): void {
  for (let day = 0; day < scene.character.ends; day++) {
    const pace = scene.pace(day);
    const random = scene.random.of(`issues ${day}`);
    const load = scene.shown('delivery_risk', day);
    for (let n = random.poisson(0.7 * pace); n > 0; n--) {
      const issue_id = scene.newId('issue');
      scene.tell('issue_created', timeOn(day, random.between(0, 7)), 'linear', issue_id, { issue_id });
      const done = workingFrom(day + Math.ceil(random.logNormal(5, 0.6)));
      if (random.chance(Math.min(0.6, 0.14 * Math.exp(0.7 * load)))) {
        const freed = workingFrom(day + 1 + Math.round(random.logNormal(1.6 * Math.exp(0.35 * load), 0.7)));
        block(scene, issue_id, workingFrom(day + 1), freed, random.next());
      }
      scene.tell('issue_completed', timeOn(done, 7.5), 'linear', issue_id, { issue_id });
    }
  }
}

function block(scene: Scene, issue_id: string, from: number, to: number, part: number): void {
  scene.tell('issue_blocked', timeOn(from, 7 * part), 'linear', issue_id, { issue_id });
  scene.tell('issue_unblocked', timeOn(to, 7 * part + 0.2), 'linear', issue_id, { issue_id });
}

/** A cycle begins when the one before is closed; if that stays open, when it was due. */
function narrateCycles(scene: Scene): void {
  const { character, random } = scene;
  let begins = -random.of('cycles').whole(0, CYCLE_DAYS - 1);
  while (begins < character.ends) {
    const own = random.of(`cycle ${begins}`);
    const day = workingFrom(Math.max(0, begins));
    const due = Math.max(day + 1, begins + CYCLE_DAYS);
    const stage_id = scene.newId('cycle');
    const due_at = `${dayText(due)}T00:00:00.000Z`;
    scene.tell('stage_started', timeOn(day, 0), 'linear', stage_id, { stage_id, stage_name: stage_id, due_at });
    begins = due;
    if (own.chance(FORGOTTEN)) continue;
    const load = scene.shown('delivery_risk', Math.min(due, character.ends - 1));
    const late = Math.round(own.logNormal(0.7 * Math.exp(0.5 * load), 0.7) - 0.5);
    begins = closingDay(scene, due + late);
    scene.tell('stage_completed', timeOn(begins, -0.5), 'linear', stage_id, { stage_id });
  }
}

/** The first working day from `day` on without the work being stuck. */
function closingDay(scene: Scene, day: number): number {
  let found = day;
  while (!isWorking(found) || troubleOn(scene.troubles, found, ['stuck'])) found++;
  return found;
}
