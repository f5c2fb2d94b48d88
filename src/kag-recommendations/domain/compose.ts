import type { EvidenceRef } from '../../kag-events/index.js';
import type { Forecast } from '../../kag-forecast/index.js';
import type { Reading, Signal, SignalKey } from '../../kag-signals/index.js';
import type { Assessed } from './causes/assess.js';
import { causeOf } from './causes/catalogue.js';
import type { CauseKey } from './causes/cause.js';
import { evidenceOf, type EvidenceLink, linksOf } from './evidence.js';
import { type Figures, figuresOf } from './figures.js';
import { gateReason } from './gate-reason.js';
import { gate, type GateSettings } from './gate.js';
import { type Category, type OwnerRole, RULES } from './recommendation.js';
import type { Background, KnownProject } from './situation-of.js';
import type { TemplateKey } from './templates.js';

export const GATE_STATUSES = ['shown', 'hidden'] as const;
export type GateStatus = (typeof GATE_STATUSES)[number];
/** Least urgent first: it may come, it is there, it is grave. */
export const PRIORITIES = { forecast: 3, condition: 4, urgent: 5 } as const;

/** The signals as they were; their evidence is the recommendation's own. */
export type SignalSnapshot = Readonly<Record<SignalKey, Omit<Signal, 'evidence_refs'>>>;
export type ForecastSnapshot = Omit<Forecast, 'evidence_refs' | 'publishable'>;

/** What a refresh says of a recommendation, each time from new; the rest belongs to its episode and to people. */
export interface Content {
  category: Category;
  /** The one that holds most. */
  cause: CauseKey;
  priority: number;
  owner_role: OwnerRole;
  strength: number;
  figures: Figures;
  /** 30 at most, what holds most first. */
  evidence_refs: EvidenceRef[];
  links: EvidenceLink[];
  suggested_template_key: TemplateKey;
  signal_snapshot: SignalSnapshot;
  /** Of the category's risk; null: it is about none, or none was made. */
  forecast_snapshot: ForecastSnapshot | null;
  evidence_count: number;
  /** 0 to 1. */
  evidence_quality_score: number;
  evidence_gate_status: GateStatus;
  /** Why it is hidden: a machine's word, a colon, and what is missing; null: it is shown. */
  evidence_gate_reason: string | null;
}

/** All that is stored of what there is to do in a category. */
export function compose(
  assessed: Assessed,
  known: KnownProject,
  background: Background,
  settings: GateSettings,
): Content {
  const { category, strength, holding } = assessed;
  const [lead] = holding;
  if (!lead) throw new Error(`${category} holds by no cause`);
  const evidence_refs = evidenceOf(assessed, known, background);
  const wanted = gateOf(lead.cause, settings);
  const gated = gate(evidence_refs, wanted);
  return {
    category,
    cause: lead.cause,
    priority: priorityOf(assessed),
    owner_role: RULES[category].owner,
    strength,
    figures: figuresOf(assessed, known, background),
    evidence_refs,
    links: linksOf(evidence_refs),
    suggested_template_key: causeOf(lead.cause).template,
    signal_snapshot: snapshotOf(known.reading),
    forecast_snapshot: forecastOf(category, known),
    evidence_count: evidence_refs.length,
    evidence_quality_score: gated.quality,
    evidence_gate_status: gated.cause === null ? 'shown' : 'hidden',
    evidence_gate_reason: gateReason(gated, evidence_refs.length, wanted),
  };
}

/** How urgent it is, 3 to 5. */
export const priorityOf = ({ urgent, holding }: Assessed): number =>
  urgent ? PRIORITIES.urgent : PRIORITIES[holding[0]?.reason ?? 'condition'];

/** One record is enough where it states the cause itself; words may be read wrongly, and need more of them. */
const gateOf = (cause: CauseKey, settings: GateSettings): GateSettings =>
  causeOf(cause).basis === 'record' ? { ...settings, min_count: Math.min(1, settings.min_count) } : settings;

function forecastOf(category: Category, { forecasts }: KnownProject): ForecastSnapshot | null {
  const { risk } = RULES[category];
  const forecast = risk === null ? undefined : forecasts[risk];
  if (!forecast) return null;
  const { evidence_refs: _refs, publishable: _publishable, ...rest } = forecast;
  return rest;
}

function snapshotOf({ signals }: Reading): SignalSnapshot {
  const entries = Object.entries(signals).map(([key, { evidence_refs: _refs, ...rest }]) => [key, rest]);
  return Object.fromEntries(entries) as SignalSnapshot;
}
