import { RISK_TYPES, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import type { DayMeasures } from '../../src/kag-forecast/domain/hazard/day-measures.js';
import { conditionOf } from '../../src/kag-snapshots/domain/onsets/conditions.js';
import type { ConditionDay, Onset, ToldTrouble } from '../../src/kag-snapshots/domain/onsets/onset.js';
import { onsetsOf } from '../../src/kag-snapshots/domain/onsets/onsets.js';
import { textOf } from '../../src/kag-signals/domain/domain-event.js';
import { saysEnding } from '../../src/kag-snapshots/domain/ending-words.js';
import { dayAt, dayText, isWorking } from '../worlds/calendar.js';
import type { World, WorldProject } from '../worlds/world.js';

export type OnsetsByRisk = Readonly<Record<RiskType, readonly Onset[]>>;

/** What of a project can be known by the end of a day, `until`: nothing of a later day goes into it. */
export function onsetsUntil(
  world: World,
  project: WorldProject,
  measures: readonly DayMeasures[],
  until: number,
): OnsetsByRisk {
  const seen = measures.slice(0, until + 1);
  const over = project.ends <= until && project.ends < world.parameters.days ? dayText(project.ends) : null;
  const of = (risk: RiskType) => {
    const days = seen.map((one, day): ConditionDay => {
      return { day: one.day, working: isWorking(day), ...conditionOf(risk, one) };
    });
    return onsetsOf(days, toldUntil(project, risk, until), over);
  };
  return Object.fromEntries(RISK_TYPES.map((risk) => [risk, of(risk)])) as unknown as OnsetsByRisk;
}

/** What deals and people tell of a risk up to a day. */
function toldUntil({ events, troubles, ends }: WorldProject, risk: RiskType, until: number): ToldTrouble[] {
  const words = troubles.flatMap((one): ToldTrouble[] =>
    one.risk === risk && one.told !== null && one.told <= until && one.told < ends
      ? [{ day: dayText(one.told), source: 'person', severity: 4 }]
      : [],
  );
  if (risk !== 'client_risk') return words;
  const deals = events.flatMap((event): ToldTrouble[] => {
    const lost = event.type === 'deal_stage_changed' && saysEnding(textOf(event, 'to') ?? '');
    return lost && dayAt(event.at) <= until ? [{ day: dayText(dayAt(event.at)), source: 'deal', severity: 5 }] : [];
  });
  return [...words, ...deals];
}
