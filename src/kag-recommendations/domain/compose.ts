import type { EvidenceRef } from '../../kag-events/index.js';
import type { Forecast } from '../../kag-forecast/index.js';
import type { Reading, Signal, SignalKey } from '../../kag-signals/index.js';
import { gateReason } from './gate-reason.js';
import { gate, type GateSettings } from './gate.js';
import type { Category, OwnerRole, TemplateKey } from './recommendation.js';
import { recommend, type Wanted } from './rules/recommend.js';
import { situationOf, type Chances, type Known } from './situation.js';
import type { Figures, Texts } from './texts/texts.js';

const MOST_LINKS = 10;
const DAY_MS = 86_400_000;

export const GATE_STATUSES = ['shown', 'hidden'] as const;
export type GateStatus = (typeof GATE_STATUSES)[number];
/** Where a piece of evidence can be seen, and when what it shows happened. */
export interface Link {
  url: string;
  occurred_at: string | null;
}
/** The signals that a recommendation was made of; their evidence is the recommendation's own. */
export type SignalSnapshot = Readonly<Record<SignalKey, Pick<Signal, 'value' | 'status' | 'details'>>>;
export type ForecastSnapshot = Omit<Forecast, 'evidence_refs' | 'publishable'>;

/** What a refresh says of a recommendation, anew each time; the rest belongs to its episode and to people. */
export interface Content {
  category: Category;
  priority: number;
  /** `YYYY-MM-DD`, for an episode that begins now. */
  due_date: string;
  owner_role: OwnerRole;
  title: string;
  rationale: string;
  why_now: string;
  expected_impact: string;
  /** 30 at most. */
  evidence_refs: EvidenceRef[];
  /** Of the evidence, each once, 10 at most. */
  links: Link[];
  suggested_template_key: TemplateKey;
  suggested_template: string;
  signal_snapshot: SignalSnapshot;
  forecast_snapshot: ForecastSnapshot;
  evidence_count: number;
  /** 0 to 1. */
  evidence_quality_score: number;
  evidence_gate_status: GateStatus;
  /** Why it is hidden: a machine's word, a colon, and what is missing; null: it is shown. */
  evidence_gate_reason: string | null;
}

/** Everything that is to be done in a project now, with its words, in the contract's order. */
export function compose(known: Known, settings: GateSettings, texts: Texts, now: Date): Content[] {
  return recommend(situationOf(known)).map((wanted) => ({
    ...content(wanted, known, settings, texts),
    due_date: new Date(now.getTime() + wanted.rule.dueDays * DAY_MS).toISOString().slice(0, 10),
  }));
}

function content(
  wanted: Wanted,
  { reading, forecasts }: Known,
  settings: GateSettings,
  texts: Texts,
): Omit<Content, 'due_date'> {
  const { category, rule, priority, chances, evidence_refs } = wanted;
  const gated = gate(evidence_refs, settings);
  const words = texts.categories[category];
  const figures = figuresOf(reading, chances);
  const { evidence_refs: _refs, publishable: _publishable, ...forecast } = forecasts[rule.risk];
  return {
    category,
    priority,
    owner_role: rule.owner,
    title: words.title(figures),
    rationale: words.rationale(figures),
    why_now: words.why_now(figures),
    expected_impact: words.expected_impact,
    evidence_refs,
    links: linksOf(evidence_refs),
    suggested_template_key: rule.template,
    suggested_template: texts.templates[rule.template],
    signal_snapshot: snapshotOf(reading),
    forecast_snapshot: forecast,
    evidence_count: evidence_refs.length,
    evidence_quality_score: gated.quality,
    evidence_gate_status: gated.cause === null ? 'shown' : 'hidden',
    evidence_gate_reason: gateReason(gated, evidence_refs.length, settings),
  };
}

function figuresOf({ signals, facts, scores }: Reading, { p7, p14, p30 }: Chances): Figures {
  return {
    waiting_days: Math.floor(signals.waiting_on_client_days.value ?? 0),
    scope_changes: facts.scope_changes_7d,
    client_messages: Number(signals.scope_creep_rate.details['client_messages'] ?? 0),
    open_blockers: Number(signals.blockers_age.details['open_blockers'] ?? 0),
    blockers_days: Math.floor(signals.blockers_age.value ?? 0),
    overdue_days: Math.floor(signals.stage_overdue.value ?? 0),
    burn_percent: percent(signals.budget_burn_rate.value ?? 0),
    upsell: Math.round(scores.upsell_likelihood.value ?? 0),
    needs: facts.needs_7d,
    p7: percent(p7),
    p14: percent(p14),
    p30: percent(p30),
  };
}

const percent = (ratio: number) => Math.round(ratio * 100);

function snapshotOf({ signals }: Reading): SignalSnapshot {
  const entries = Object.entries(signals).map(([key, { value, status, details }]) => [key, { value, status, details }]);
  return Object.fromEntries(entries) as SignalSnapshot;
}

function linksOf(refs: readonly EvidenceRef[]): Link[] {
  const links = new Map<string, Link>();
  for (const { url, occurred_at } of refs)
    if (url !== undefined && !links.has(url)) links.set(url, { url, occurred_at: occurred_at ?? null });
  return [...links.values()].slice(0, MOST_LINKS);
}
