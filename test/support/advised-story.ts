import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import type { WorkingCalendar } from '../../src/common/working-time/calendar.js';
import { type OpenEpisode } from '../../src/kag-recommendations/domain/episodes.js';
import { lostDealOf } from '../../src/kag-recommendations/domain/lost-deal.js';
import { planOf } from '../../src/kag-recommendations/domain/plan.js';
import type { Category } from '../../src/kag-recommendations/domain/recommendation.js';
import { readState } from '../../src/kag-signals/domain/read-state.js';
import { fold, startState } from '../../src/kag-signals/domain/state.js';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import type { LivedStory } from './lived-agency.js';

const OFFICE: WorkingCalendar = {
  time_zone: 'UTC',
  working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  working_hours: { start: '09:00', end: '18:00' },
};
const GATE = { min_count: 2, min_quality: 0.35, allow_secondary_only: false };

/** A recommendation that a story brought about: from which day to which one, and whether people saw it. */
export interface Advised {
  category: Category;
  from: number;
  /** null: it was open at the end. */
  to: number | null;
  shown: boolean;
}

/** What is recommended to a client evening by evening, while people leave the recommendations alone. */
export function advisedStory(story: LivedStory): Advised[] {
  const events = story.events
    .filter(({ actor }) => actor !== 'system')
    .map((event, id) => ({ event, id }))
    .sort((a, b) => a.event.occurred_at.getTime() - b.event.occurred_at.getTime() || a.id - b.id)
    .map(({ event }) => event);
  const time = workingTimeOf(OFFICE);
  const state = startState();
  const advised: Advised[] = [];
  let open: OpenEpisode[] = [];
  let next = 0;
  for (let day = 1; day <= STORY_DAYS; day++) {
    const now = story.endOf(day);
    for (; (events[next]?.occurred_at ?? Infinity) <= now; next++) {
      const event = events[next]!;
      fold(state, {
        type: event.event_type,
        at: event.occurred_at.getTime(),
        actor: event.actor as 'client' | 'team',
        url: event.source_url ?? null,
        payload: event.payload,
        evidence: [...event.evidence],
      });
    }
    const reading = readState('project', state, now.getTime(), time);
    const moves = events
      .slice(0, next)
      .filter(({ event_type }) => event_type === 'deal_stage_changed')
      .map(({ payload, occurred_at, evidence }) => ({
        deal_id: String(payload['deal_id']),
        deal_name: null,
        to: String(payload['to']),
        on: occurred_at.toISOString().slice(0, 10),
        evidence_refs: evidence,
      }))
      .reverse();
    const plan = planOf(
      { reading, forecasts: {}, thresholds: {} },
      { onsets: [], lost: lostDealOf(moves), time },
      { open, past: [], falseAlarms: [] },
      GATE,
      now,
    );
    const ended = new Set(plan.end.map(({ id }) => id));
    for (const id of ended) advised[Number(id)]!.to = day;
    for (const { id, evidence_gate_status } of plan.goOn)
      advised[Number(id)]!.shown ||= evidence_gate_status === 'shown';
    const paused = new Set(plan.pause.map(({ id }) => id));
    const going = new Set(plan.goOn.map(({ id }) => id));
    open = open
      .filter(({ id }) => !ended.has(id))
      .map((one) => ({
        ...one,
        condition_gone_since: going.has(one.id) ? null : paused.has(one.id) ? now : one.condition_gone_since,
      }));
    for (const { category, evidence_gate_status } of plan.begin) {
      open.push({
        id: String(advised.length),
        category,
        status: 'new',
        resolution: null,
        snoozed_until: null,
        settled_strength: null,
        condition_gone_since: null,
      });
      advised.push({ category, from: day, to: null, shown: evidence_gate_status === 'shown' });
    }
  }
  return advised;
}
