import type { ScoreType, SignalKey } from '../../src/kag-signals/index.js';
import type { GoldenHistory, GoldenSignal } from './types.js';

type Signals = Readonly<Record<SignalKey, GoldenSignal>>;
type Facts = GoldenHistory['expected']['facts'];

interface ByHand {
  value: number | null;
  coverage: number;
}

/** A part by its weight; null: it is unknown. */
type Part = readonly [weight: number, value: number | null];

/** The scores by the plainest reading of docs/contract/scores.md, apart from the server's own code. */
export function scoresByHand(signals: Signals, facts: Facts): Record<ScoreType, ByHand> {
  const is = concerns(signals);
  const health = lessTheWorst([
    [1, is.blockers],
    [1, is.stage],
    [1, is.waiting],
    [1, is.sentiment],
    [1, is.money],
    [0.8, is.agreement],
    [0.8, is.scope],
    [0.8, is.response],
    [0.6, is.activity],
  ]);
  const safe = lessTheWorst([
    [1, is.blockers],
    [1, is.stage],
    [1, is.money],
    [0.8, is.scope],
    [0.8, is.waiting],
    [0.8, is.sentiment],
    [0.6, is.agreement],
    [0.4, is.response],
    [0.2, is.activity],
  ]);
  const risk = { ...safe, value: by(safe.value, (left) => 100 - left) };
  const worth = meanOf([
    [0.3, by(facts.revenue, (revenue) => clamp(revenue / 1000))],
    [0.25, by(signals.margin_risk.value, (gone) => clamp(100 - 100 * gone))],
    [0.2, by(signals.activity_drop.value, (gone) => clamp(100 - 100 * gone))],
    [0.15, health.value],
    [0.1, by(signals.client_sentiment.value, (mood) => 50 * (mood + 1))],
  ]);
  const wishes = clamp(35 * facts.needs_14d + 12 * facts.scope_changes_7d);
  const calm = by(risk.value, (danger) => by(health.value, (well) => 0.6 * (100 - danger) + 0.4 * well));
  const upsell = meanOf([
    [0.35, wishes > 0 || signals.waiting_on_client_days.value !== null ? wishes : null],
    [0.4, worth.value],
    [0.25, calm],
  ]);
  return {
    project_health: health,
    risk,
    client_value: worth,
    upsell_likelihood: facts.needs_14d === 0 ? { ...upsell, value: by(upsell.value, () => 0) } : upsell,
  };
}

const clamp = (value: number): number => Math.min(100, Math.max(0, value));

const by = (value: number | null, of: (value: number) => number | null): number | null =>
  value === null ? null : of(value);

/** How much is wrong, 0 to 100, of what is known. */
function concerns(signals: Signals) {
  const share = (key: SignalKey, full: number, none = 0) =>
    by(signals[key].value, (value) => clamp((100 * (value - none)) / (full - none)));
  const worse = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));
  return {
    waiting: share('waiting_on_client_days', 6),
    response: worse(share('response_time_median', 720), share('waiting_on_us_hours', 24)),
    blockers: share('blockers_age', 7),
    stage: share('stage_overdue', 5),
    agreement: share('agreement_overdue_count', 2.5),
    sentiment: share('client_sentiment', -0.6),
    scope: share('scope_creep_rate', 0.4),
    money: worse(share('budget_burn_rate', 1.2, 1), share('margin_risk', 1)),
    activity: share('activity_drop', 1),
  };
}

const coverageOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, [weight, value]) => sum + (value === null ? 0 : weight), 0) /
  parts.reduce((sum, [weight]) => sum + weight, 0);

const ifCovered = (parts: readonly Part[], value: () => number): ByHand => {
  const coverage = coverageOf(parts);
  return { coverage, value: coverage < 0.5 ? null : value() };
};

/** What the causes leave of 100: the worst takes up to half, the next up to half of what a full one would leave, … */
const lessTheWorst = (parts: readonly Part[]): ByHand =>
  ifCovered(parts, () => {
    const causes = parts.map(([weight, value]) => weight * (value ?? 0)).sort((a, b) => b - a);
    return causes.reduce((left, cause, place) => left - cause / 2 ** (place + 1), 100);
  });

const meanOf = (parts: readonly Part[]): ByHand =>
  ifCovered(parts, () => {
    const known = parts.filter(([, value]) => value !== null);
    const all = known.reduce((sum, [weight]) => sum + weight, 0);
    return known.reduce((sum, [weight, value]) => sum + (weight * (value ?? 0)) / all, 0);
  });
