import { describe, expect, it } from '@jest/globals';
import { ROUND_THE_CLOCK } from '../../src/common/working-time/calendar.js';
import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import { FEATURES } from '../../src/kag-forecast/domain/hazard/features/features.js';
import { RISK_TYPES } from '../../src/kag-forecast/domain/risks.js';
import { CAUSES } from '../../src/kag-recommendations/domain/causes/cause.js';
import { lostDealOf } from '../../src/kag-recommendations/domain/lost-deal.js';
import { planOf } from '../../src/kag-recommendations/domain/plan.js';
import type { Reading } from '../../src/kag-signals/domain/reading.js';
import { readState } from '../../src/kag-signals/domain/read-state.js';
import { startState, takeSilences } from '../../src/kag-signals/domain/state.js';
import { Timeline } from '../../src/kag-signals/domain/timeline.js';
import { outcomesOf } from '../../src/kag-snapshots/domain/outcomes.js';
import { chancesByHand } from './forecasts-by-hand.js';
import { FORECASTS } from './forecasts.js';
import { foreseen, momentsOf } from './foreseen.js';
import { GOLDEN_HISTORIES } from './histories.js';
import { RECOMMENDATIONS } from './recommendations.js';
import { evidenceRef, refText } from './refs.js';
import { scoresByHand } from './scores-by-hand.js';
import type { GoldenHistory } from './types.js';

const NOTHING = { status: 'not_enough_history', raised_by: [], evidence: 0 };

const close = (value: number | null) => (value === null ? null : (expect.closeTo(value, 9) as unknown as number));

/** What the product makes of a history's events, in the order in which it folds them. */
function read(history: GoldenHistory) {
  const { now, events, calendar = ROUND_THE_CLOCK } = history;
  const working = workingTimeOf(calendar);
  const state = startState();
  const moment = Date.parse(now);
  const readings: Reading[] = [];
  const timeline = new Timeline(state, working, momentsOf(history), (at) =>
    readings.push(readState('project', state, at, working)),
  );
  const inOrder = events
    .map((event, id) => ({ ...event, id, time: Date.parse(event.at) }))
    .filter(({ actor, time }) => actor !== 'system' && time <= moment)
    .sort((a, b) => a.time - b.time || a.id - b.id);
  for (const { type, time, actor, payload, evidence } of inOrder)
    if (actor !== 'system')
      timeline.take({ type, at: time, actor, url: null, payload, evidence: evidence.map(evidenceRef) });
  timeline.finish();
  return { silences: takeSilences(state), readings, reading: readState('project', state, moment, working) };
}

/** The stages that deals came to on the UTC day of `now`, up to then, newest first. */
function stageChanges({ now, events }: GoldenHistory) {
  const moment = Date.parse(now);
  const day = Date.parse(`${now.slice(0, 10)}T00:00Z`);
  return events
    .filter(({ type, at }) => type === 'deal_stage_changed' && Date.parse(at) >= day && Date.parse(at) <= moment)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map(({ payload, evidence }) => ({ to: String(payload['to']), evidence_refs: evidence.map(evidenceRef) }));
}

/** To which stages deals came up to `now`, the newest first. */
const dealMoves = ({ now, events }: GoldenHistory) =>
  events
    .filter(({ type, at }) => type === 'deal_stage_changed' && Date.parse(at) <= Date.parse(now))
    .map(({ at, payload, evidence }) => ({
      deal_id: String(payload['deal_id']),
      deal_name: null,
      to: String(payload['to']),
      on: at.slice(0, 10),
      evidence_refs: evidence.map(evidenceRef),
    }))
    .reverse();

/** What opens of a history's reading. */
function openedBy(history: GoldenHistory, reading: Reading) {
  const settings = history.gate ?? { min_count: 2, min_quality: 0.35, allow_secondary_only: false };
  const time = workingTimeOf(history.calendar ?? ROUND_THE_CLOCK);
  const background = { onsets: [], lost: lostDealOf(dealMoves(history)), time };
  const nothing = { open: [], past: [], falseAlarms: [] };
  const known = { reading, forecasts: {}, thresholds: {} };
  return planOf(known, background, nothing, settings, new Date(history.now)).begin;
}

describe.each(GOLDEN_HISTORIES.map((history) => [history.name, history] as const))('%s', (_name, history) => {
  const { expected } = history;
  const { reading, readings, silences } = read(history);

  it('has the signals', () => {
    for (const [key, { value, status, details, evidence }] of Object.entries(expected.signals)) {
      const signal = reading.signals[key as keyof typeof reading.signals];
      expect({ key, value: signal.value, status: signal.status }).toEqual({ key, value: close(value), status });
      if (details) expect(signal.details).toMatchObject(details);
      if (evidence) expect(signal.evidence_refs.map(refText)).toEqual(evidence);
    }
    for (const [fact, value] of Object.entries(expected.facts))
      expect([fact, reading.facts[fact as keyof typeof expected.facts]]).toEqual([fact, close(value)]);
    expect(silences.map(({ at }) => at)).toEqual(expected.silences.map((at) => Date.parse(at)));
  });

  it('has the scores', () => {
    const byHand = scoresByHand(expected.signals, expected.facts);
    for (const [type, { value, band, evidence }] of Object.entries(expected.scores)) {
      const score = reading.scores[type as keyof typeof reading.scores];
      const { value: exactly, coverage } = byHand[type as keyof typeof byHand];
      expect({ type, value: score.value, coverage: score.coverage }).toEqual({
        type,
        value: close(exactly),
        coverage: close(coverage),
      });
      expect({ type, value: score.value, band: score.band }).toEqual({
        type,
        value: value === null ? null : expect.closeTo(value, 1),
        band,
      });
      if (evidence !== undefined) expect(score.evidence_refs).toHaveLength(evidence);
    }
  });

  it('has the outcomes of the day', () => {
    const found = outcomesOf(reading, stageChanges(history));
    expect(Object.fromEntries(found.map(({ outcome_type, severity }) => [outcome_type, severity]))).toEqual(
      expected.outcomes,
    );
    expect(found).toHaveLength(Object.keys(expected.outcomes).length);
  });

  it('has the forecasts', () => {
    const forecasts = foreseen(history, readings);
    for (const type of RISK_TYPES) {
      const { status, raised_by, evidence } = FORECASTS[history.name]?.[type] ?? NOTHING;
      const { drivers, p7, p14, p30, ...forecast } = forecasts[type];
      expect([type, forecast.status]).toEqual([type, status]);
      const raising = drivers.filter(({ points }) => points.p14 >= 1).sort((a, b) => b.points.p14 - a.points.p14);
      expect([type, raising.map(({ key }) => key)]).toEqual([type, raised_by]);
      expect([type, forecast.evidence_refs.length]).toEqual([type, evidence]);
      if (status !== 'ok') continue;
      const values = FEATURES[type].map(({ key }) => drivers.find((one) => one.key === key)?.value ?? null);
      expect([p7, p14, p30]).toEqual(chancesByHand(type, values).map((p) => expect.closeTo(p, 4)));
    }
  });

  it('has the recommendations', () => {
    const found = openedBy(history, reading);
    const recommended = RECOMMENDATIONS[history.name] ?? [];
    expect(
      found.map(({ category, priority, due_date, owner_role, suggested_template_key, evidence_gate_reason }) => ({
        category,
        priority,
        due_date,
        owner_role,
        template_key: suggested_template_key,
        gate: evidence_gate_reason?.split(':')[0] ?? 'shown',
      })),
    ).toEqual(recommended.map(({ evidence_count: _count, ...recommendation }) => recommendation));
    for (const [index, { evidence_count }] of recommended.entries())
      if (evidence_count !== undefined) expect(found[index]?.evidence_count).toBe(evidence_count);
  });
});

it.each(CAUSES.map((cause) => [cause]))('%s opens in one of them', (cause) => {
  const opened = GOLDEN_HISTORIES.flatMap((history) => openedBy(history, read(history).reading));
  expect(opened.flatMap(({ figures }) => figures.causes.map((one) => one.cause))).toContain(cause);
});
