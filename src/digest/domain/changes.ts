import type { RiskType } from '../../kag-forecast/index.js';
import type { AdviceFact, DigestFacts, HealthFact, OnsetFact, RiskFact } from './facts.js';

/** In the order in which they are told: bad news first, the heaviest first. */
export const CHANGE_KINDS = [
  'risk_came',
  'health_fell',
  'risk_rose',
  'advice_opened',
  'risk_over',
  'health_rose',
  'risk_fell',
  'advice_lapsed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Points of health that are a lot. */
export const HEALTH_POINTS = 10;
/** Percentage points of a risk within 14 days that are a lot. */
export const RISK_POINTS = 10;

/** One piece of news about a project. What a kind does not have is null. */
export interface DigestChange {
  kind: ChangeKind;
  /** Whether it is bad news: that something could be sold is not. */
  bad: boolean;
  project_id: string;
  risk_type: RiskType | null;
  recommendation_id: string | null;
  /** Of a recommendation. */
  title: string | null;
  /** Points of health, or whole percents of a risk. */
  before: number | null;
  after: number | null;
  /** The day on which a risk became known, or was over. */
  day: string | null;
  /** What comes first among changes of one kind has more. */
  weight: number;
}

/** The changes that are worth telling, in their order. */
export function changesOf({ health, risks, onsets, advice }: DigestFacts): DigestChange[] {
  const there = new Set(onsets.map(placeOf));
  return [
    ...onsets.map(ofOnset),
    ...health.flatMap(ofHealth),
    // What came about, or was over, says more than that its chance moved.
    ...risks.filter((risk) => !there.has(placeOf(risk))).flatMap(ofRisk),
    ...advice.map(ofAdvice),
  ].sort(inOrder);
}

const placeOf = ({ project_id, risk_type }: Pick<RiskFact, 'project_id' | 'risk_type'>) => `${project_id} ${risk_type}`;
const percent = (share: number) => Math.round(100 * share);
const NONE = { risk_type: null, recommendation_id: null, title: null, before: null, after: null, day: null };

function inOrder(a: DigestChange, b: DigestChange): number {
  const kinds = CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind);
  return kinds || b.weight - a.weight || compare(a.project_id, b.project_id) || compare(nameOf(a), nameOf(b));
}

const nameOf = ({ risk_type, recommendation_id }: DigestChange) => risk_type ?? recommendation_id ?? '';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function ofHealth({ project_id, before: was, after: is }: HealthFact): DigestChange[] {
  const [before, after] = [Math.round(was), Math.round(is)];
  const weight = Math.abs(after - before);
  if (weight < HEALTH_POINTS) return [];
  const bad = after < before;
  return [{ ...NONE, kind: bad ? 'health_fell' : 'health_rose', bad, project_id, before, after, weight }];
}

function ofRisk({ project_id, risk_type, before: was, after: is }: RiskFact): DigestChange[] {
  const [before, after] = [percent(was), percent(is)];
  const weight = Math.abs(after - before);
  if (weight < RISK_POINTS) return [];
  const bad = after > before;
  return [{ ...NONE, kind: bad ? 'risk_rose' : 'risk_fell', bad, project_id, risk_type, before, after, weight }];
}

const ofOnset = ({ project_id, risk_type, what, day }: OnsetFact): DigestChange => ({
  ...NONE,
  kind: what === 'came' ? 'risk_came' : 'risk_over',
  bad: what === 'came',
  project_id,
  risk_type,
  day,
  weight: 0,
});

const ofAdvice = ({ project_id, recommendation_id, what, category, priority, title }: AdviceFact): DigestChange => ({
  ...NONE,
  kind: what === 'opened' ? 'advice_opened' : 'advice_lapsed',
  bad: what === 'opened' && category !== 'upsell_opportunity',
  project_id,
  recommendation_id,
  title,
  weight: priority,
});
