import { dayOf } from '../../src/common/day.js';
import { saysEnding } from '../../src/common/ending-words.js';
import { LOCALES } from '../../src/common/locale.js';
import { DAY_MS } from '../../src/common/time-units.js';
import type { WorkingCalendar } from '../../src/common/working-time/calendar.js';
import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import { stableJson } from '../../src/common/stable-hash.js';
import type { EvidenceRef } from '../../src/kag-events/index.js';
import { LOST_DAYS, lostDealOf } from '../../src/kag-recommendations/domain/lost-deal.js';
import { planOf } from '../../src/kag-recommendations/domain/plan.js';
import { render } from '../../src/kag-recommendations/domain/texts/render.js';
import type { Reading } from '../../src/kag-signals/domain/reading.js';
import { readState } from '../../src/kag-signals/domain/read-state.js';
import { startState, takeSilences } from '../../src/kag-signals/domain/state.js';
import { THRESHOLDS } from '../../src/kag-signals/domain/thresholds.js';
import { Timeline } from '../../src/kag-signals/domain/timeline.js';
import { measuresFrom } from '../../src/kag-snapshots/domain/day-measures.js';
import { projectOnsets } from '../../src/kag-snapshots/domain/onsets/project-onsets.js';
import { workingDays } from '../../src/kag-snapshots/domain/onsets/working-days.js';
import { outcomesOf } from '../../src/kag-snapshots/domain/outcomes.js';
import { snapshotOf } from '../../src/kag-snapshots/domain/snapshot.js';
import { asOf } from '../../src/kag-snapshots/domain/span.js';
import { CasePool, type CaseWindow } from '../../src/similarity/domain/case-pool.js';
import { budgetBandOf, dealStageOf, projectTypeOf } from '../../src/similarity/domain/context.js';
import { signatureOf, type SeenPair } from '../../src/similarity/domain/signature.js';
import { numbersOf } from '../../src/similarity/domain/vector.js';
import { keySharedPatterns, whySimilar } from '../../src/similarity/domain/why-similar.js';
import { foresee } from './foresee.js';

const WINDOW_DAYS = 14;
const CASES = 5;
const GATE = { min_count: 2, min_quality: 0.35, allow_secondary_only: false };

/** An event as the log holds it; plain JSON, so that it can be sent to another process. */
export interface ChainEvent {
  id: number;
  type: string;
  /** Epoch ms. */
  at: number;
  actor: 'client' | 'team';
  url: string | null;
  payload: Record<string, unknown>;
  evidence: EvidenceRef[];
}

export interface ChainProject {
  id: string;
  name: string;
  calendar: WorkingCalendar;
  events: ChainEvent[];
}

/** The projects of an account scope, and the moment at which they are looked at. */
export interface ChainInput {
  now: string;
  projects: ChainProject[];
}

/**
 * All that the product makes of these logs, from signals to recommendations in both languages, as canonical text. Only
 * the order in which the log is read, (occurred_at, id), is the database's part and is done here in its place.
 */
export function chainOf({ now: text, projects }: ChainInput): string {
  const now = new Date(text);
  const all = projects.map((project) => daysOf(project, now));
  const pool = new CasePool(all.flatMap(({ window }) => window ?? []));
  const foreseen = foresee(all);
  const parts = all.map(({ project, reading, snapshots, outcomes, onsets, silences, window }) => {
    const ranked = pool.top(project.id, CASES);
    return {
      id: project.id,
      reading,
      silences,
      snapshots,
      outcomes,
      onsets,
      window,
      similar: ranked.map(({ score, window: other }) => ({
        project_id: other.project_id,
        score,
        why: window && whySimilar(window, other, 'ru'),
        patterns: window && keySharedPatterns(window, other, (pair) => pool.windowsWith(pair)),
      })),
      foreseen: foreseen.get(project.id),
      recommendations: recommendedOf(project, reading, now),
    };
  });
  return stableJson(parts.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** What is recommended, by the signals alone, in both languages. */
function recommendedOf({ calendar, events }: ChainProject, reading: Reading, now: Date) {
  const moves = events
    .filter(
      ({ type, at }) => type === 'deal_stage_changed' && at <= now.getTime() && at > now.getTime() - LOST_DAYS * DAY_MS,
    )
    .sort((a, b) => b.at - a.at || b.id - a.id)
    .map(({ at, payload, evidence }) => ({
      deal_id: String(payload['deal_id']),
      deal_name: null,
      to: String(payload['to']),
      on: dayOf(new Date(at)),
      evidence_refs: evidence,
    }));
  const background = { onsets: [], lost: lostDealOf(moves), time: workingTimeOf(calendar) };
  const nothing = { open: [], past: [], falseAlarms: [] };
  const { begin } = planOf({ reading, forecasts: {}, thresholds: {} }, background, nothing, GATE, now);
  return begin.map((one) => ({
    ...one,
    words: LOCALES.map((locale) => render({ ...one, reopened_reason: null }, locale)),
  }));
}

function daysOf(project: ChainProject, now: Date) {
  const events = project.events.filter(({ at }) => at <= now.getTime()).sort((a, b) => a.at - b.at || a.id - b.id);
  const days = Array.from({ length: WINDOW_DAYS }, (_, n) =>
    dayOf(new Date(now.getTime() - (WINDOW_DAYS - 1 - n) * DAY_MS)),
  );
  const moments = days.map((day) => asOf(day, now).getTime());
  const state = startState();
  const readings: Reading[] = [];
  const time = workingTimeOf(project.calendar);
  const timeline = new Timeline(state, time, moments, (moment) =>
    readings.push(readState(project.id, state, moment, time)),
  );
  for (const event of events) timeline.take(event);
  timeline.finish();
  const snapshots = readings.map((reading) =>
    snapshotOf(reading, dayOf(reading.as_of), countsOf(events, reading.as_of), THRESHOLDS),
  );
  // The newest first, as cases show them.
  const outcomes = readings.flatMap((reading) => outcomesOf(reading, endingsOf(events, reading.as_of))).reverse();
  const onsets = projectOnsets({
    days: snapshots.map(({ snapshot_date, measures_json }) => measuresFrom(snapshot_date, measures_json)),
    isWorking: workingDays(time),
    endings: events
      .filter(({ type, payload }) => type === 'deal_stage_changed' && saysEnding(String(payload['to'])))
      .map(({ at }) => dayOf(new Date(at))),
    reports: [],
    ended_on: null,
  });
  const signature = signatureOf(
    WINDOW_DAYS,
    now,
    snapshots.map(({ snapshot_date, measures_json, aggregates_json }) =>
      numbersOf({ measures: measuresFrom(snapshot_date, measures_json), aggregates_json }),
    ),
    pairsOf(events),
    (amount) => ({
      project_type: projectTypeOf(project.name, []),
      budget_band: budgetBandOf(amount),
      deal_stage: dealStageOf(null),
    }),
  );
  const window: CaseWindow | null = signature && { ...signature, project_id: project.id, window_end: dayOf(now) };
  const reading = readings.at(-1);
  if (!reading) throw new Error('there is a reading for each moment');
  return { project, reading, readings, snapshots, outcomes, onsets, silences: takeSilences(state), window };
}

function countsOf(events: readonly ChainEvent[], as_of: Date) {
  const within = (days: number) =>
    events.filter(({ at }) => at > as_of.getTime() - days * DAY_MS && at <= as_of.getTime()).length;
  return {
    events_7d: within(7),
    events_14d: within(14),
    events_30d: within(30),
    events_by_source_14d: { chatwoot: within(14), linear: 0, attio: 0, github: 0 },
    open_issues: 0,
    overdue_issues: 0,
    pipeline_amount: 0,
    pipeline_count: 0,
  };
}

const endingsOf = (events: readonly ChainEvent[], as_of: Date) =>
  events
    .filter(({ type, at }) => type === 'deal_stage_changed' && dayOf(new Date(at)) === dayOf(as_of))
    .map(({ payload, evidence }) => ({ to: String(payload['to']), evidence_refs: evidence }))
    .reverse();

function pairsOf(events: readonly ChainEvent[]): SeenPair[] {
  const began = new Map<string, number>();
  for (const [index, { type }] of events.entries()) {
    const before = events[index - 1];
    if (before) began.set(`${before.type}>${type}`, before.at);
  }
  return [...began].map(([pair, at]) => ({ pair, began_at: new Date(at) }));
}
