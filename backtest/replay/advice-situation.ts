import { LOST_DAYS, lostDealOf } from '../../src/kag-recommendations/domain/lost-deal.js';
import type { Situation } from '../../src/kag-recommendations/domain/situation.js';
import { situationOf } from '../../src/kag-recommendations/domain/situation-of.js';
import { textOf } from '../../src/kag-signals/domain/domain-event.js';
import type { Reading } from '../../src/kag-signals/domain/reading.js';
import { dayAt, dayText } from '../worlds/calendar.js';
import type { WorldProject } from '../worlds/world.js';

/** What recommendations read of a project's day; that it is over a person says on the day. */
export function adviceSituation({ events, ends }: WorldProject, day: number, reading: Reading): Situation {
  const ended_on = day >= ends ? dayText(ends) : null;
  const moves = events.flatMap((event) => {
    const at = dayAt(event.at);
    if (event.type !== 'deal_stage_changed' || at > day || at <= day - LOST_DAYS) return [];
    const to = textOf(event, 'to') ?? '';
    const deal_id = textOf(event, 'deal_id') ?? '';
    return [{ deal_id, deal_name: null, to, on: dayText(at), evidence_refs: event.evidence }];
  });
  const lost = lostDealOf(moves.reverse());
  return situationOf({ reading: { ...reading, ended_on }, forecasts: {}, thresholds: {} }, { onsets: [], lost });
}
