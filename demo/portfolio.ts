import { CATEGORIES, type Category } from '../src/kag-recommendations/domain/recommendation.js';
import type { ApiClient } from './api-client.js';
import type { DemoProject } from './clients.js';
import { type EvidenceRef, type Quote, quote } from './quotes.js';

export interface ShownScore {
  score_type: string;
  /** Null, as the band: too little is known. */
  value: number | null;
  band: string | null;
}

export interface ShownForecast {
  risk_type: string;
  status: 'ok' | 'already' | 'not_enough_history';
  /** Null where no chance is told. */
  p7: number | null;
  p14: number | null;
  p30: number | null;
  words: string;
}

export interface ShownRecommendation {
  category: Category;
  priority: number;
  due_date: string;
  owner_role: string;
  title: string;
  rationale: string;
  evidence_refs: EvidenceRef[];
  evidence_gate_status: string;
  evidence_gate_reason: string | null;
}

export interface ShownCase {
  case_project_name: string;
  similarity_score: number;
  why_similar: { text: string }[];
  outcomes_seen: { outcome_type: string; severity: number }[];
}

/** What a UI would show of one project. */
export interface Holding {
  project: string;
  scores: ShownScore[];
  /** What is there already first, then the likeliest. */
  forecasts: ShownForecast[];
  /** The most urgent first, each with the words that it rests on. */
  recommendations: { recommendation: ShownRecommendation; quote: Quote | null }[];
  /** What would be recommended if there were more evidence. */
  heldBack: ShownRecommendation[];
  cases: ShownCase[];
}

/** A project as the API shows it now. */
export async function readHolding(api: ApiClient, project: DemoProject): Promise<Holding> {
  const of = `project_id=${project.id}`;
  const [{ scores }, { forecasts }, { recommendations }, { cases }] = await Promise.all([
    api.call<{ scores: ShownScore[] }>('GET', `/kag/scores?${of}`),
    api.call<{ forecasts: ShownForecast[] }>('GET', `/kag/v2/forecast?${of}`),
    api.call<{ recommendations: ShownRecommendation[] }>(
      'GET',
      `/kag/v2/recommendations?status=new&include_hidden=true&${of}`,
    ),
    api.call<{ cases: ShownCase[] }>('GET', `/kag/similar-cases?${of}`),
  ]);
  const ordered = recommendations.sort((a, b) => b.priority - a.priority || place(a) - place(b));
  const shown = ordered.filter((one) => one.evidence_gate_status === 'shown');
  return {
    project: project.name,
    scores,
    forecasts: forecasts.sort((a, b) => likelihood(b) - likelihood(a)),
    recommendations: await Promise.all(
      shown.map(async (recommendation) => ({ recommendation, quote: await quote(api, project, recommendation) })),
    ),
    heldBack: ordered.filter((one) => !shown.includes(one)),
    cases,
  };
}

/** Those with the most urgent things to do first, then those with the likeliest risks. */
export function byUrgency(holdings: readonly Holding[]): Holding[] {
  return holdings.toSorted((a, b) => urgency(b) - urgency(a) || worst(b) - worst(a));
}

const place = ({ category }: ShownRecommendation) => CATEGORIES.indexOf(category);

const urgency = ({ recommendations }: Holding) =>
  recommendations.reduce((sum, { recommendation }) => Math.max(sum, recommendation.priority), 0);

/** Of all risks within a week, the most likely. */
const worst = ({ forecasts }: Holding) => Math.max(0, ...forecasts.map(likelihood));

/** What is there already is sure. */
const likelihood = ({ status, p7 }: ShownForecast) => (status === 'already' ? 1 : (p7 ?? 0));
