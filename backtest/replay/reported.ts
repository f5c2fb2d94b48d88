import type { RiskType } from '../../src/kag-forecast/domain/risks.js';
import { textOf } from '../../src/kag-signals/domain/domain-event.js';
import { saysEnding } from '../../src/common/ending-words.js';
import type { ReportedTrouble } from '../../src/kag-snapshots/domain/onsets/onset.js';
import { dayAt, dayText } from '../worlds/calendar.js';
import type { WorldProject } from '../worlds/world.js';

/** What deals and people report of a risk up to a day. */
export function reportedUntil(
  { events, troubles, ends }: WorldProject,
  risk: RiskType,
  until: number,
): ReportedTrouble[] {
  const words = troubles.flatMap((one): ReportedTrouble[] =>
    one.risk === risk && one.reportedOn !== null && one.reportedOn <= until && one.reportedOn < ends
      ? [{ day: dayText(one.reportedOn), source: 'person', severity: 4 }]
      : [],
  );
  if (risk !== 'client_risk') return words;
  const deals = events.flatMap((event): ReportedTrouble[] => {
    const lost = event.type === 'deal_stage_changed' && saysEnding(textOf(event, 'to') ?? '');
    return lost && dayAt(event.at) <= until ? [{ day: dayText(dayAt(event.at)), source: 'deal', severity: 5 }] : [];
  });
  return [...words, ...deals];
}
