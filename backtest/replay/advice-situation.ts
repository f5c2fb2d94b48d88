import type { Forecasts, Thresholds } from '../../src/kag-forecast/domain/forecast.js';
import type { RiskType } from '../../src/kag-forecast/domain/risks.js';
import { LOST_DAYS, lostDealOf } from '../../src/kag-recommendations/domain/lost-deal.js';
import type { Situation } from '../../src/kag-recommendations/domain/situation.js';
import { situationOf } from '../../src/kag-recommendations/domain/situation-of.js';
import { textOf } from '../../src/kag-signals/domain/domain-event.js';
import { dayAt, dayText } from '../worlds/calendar.js';
import type { WorldProject } from '../worlds/world.js';
import type { Replay } from './replay.js';

/** What is forecast of a project on a day, and what is there already. */
export interface Foreseen {
  forecasts: Forecasts;
  thresholds: Thresholds;
  onsets: readonly { risk_type: RiskType; began: string }[];
}

/** What recommendations read of a project's day; that it is over a person says on the day. */
export function adviceSituation(
  { project, readings }: Replay,
  day: number,
  { forecasts, thresholds, onsets }: Foreseen,
): Situation | null {
  const reading = readings[day];
  if (!reading) return null;
  const ended_on = day >= project.ends ? dayText(project.ends) : null;
  return situationOf(
    { reading: { ...reading, ended_on }, forecasts, thresholds },
    { onsets, lost: lostOn(project, day) },
  );
}

function lostOn({ events }: WorldProject, day: number) {
  const moves = events.flatMap((event) => {
    const at = dayAt(event.at);
    if (event.type !== 'deal_stage_changed' || at > day || at <= day - LOST_DAYS) return [];
    const to = textOf(event, 'to') ?? '';
    const deal_id = textOf(event, 'deal_id') ?? '';
    return [{ deal_id, deal_name: null, to, on: dayText(at), evidence_refs: event.evidence }];
  });
  return lostDealOf(moves.reverse());
}
