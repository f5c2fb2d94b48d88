import type { EvidenceRef } from '../../src/kag-events/index.js';
import type { Reading } from '../../src/kag-signals/domain/reading.js';
import { NO_OTHERS, type ScopeActivity } from '../../src/kag-signals/domain/scope-activity.js';
import { SCORE_TYPES, type Scores, type ScoreType } from '../../src/kag-signals/domain/score.js';
import { SIGNAL_KEYS, type Signal, type SignalKey, type Signals } from '../../src/kag-signals/domain/signal.js';
import { statusOf } from '../../src/kag-signals/domain/thresholds.js';

export interface ReadingParts {
  project_id?: string;
  as_of?: Date;
  ended_on?: string | null;
  /** Values that are not 0; null: it is unknown. */
  values?: Partial<Record<SignalKey | ScoreType, number | null>>;
  /** Evidence by what rests on it, newest first. */
  evidence?: Partial<Record<SignalKey | ScoreType | 'needs', EvidenceRef[]>>;
  open_blockers?: number;
  /** Details of signals beside that. */
  details?: Partial<Record<SignalKey, Signal['details']>>;
}

/** A reading of a project with which all is well, but for what is given. */
export function reading({ values = {}, evidence = {}, ...parts }: ReadingParts = {}): Reading {
  const valueOf = (key: SignalKey | ScoreType, usual: number) => {
    const given = values[key];
    return given === undefined ? usual : given;
  };
  const signal = (key: SignalKey) => ({
    known: values[key] !== null,
    value: valueOf(key, 0),
    status: statusOf(key, valueOf(key, 0)),
    details: {
      ...(key === 'blockers_age' ? { open_blockers: parts.open_blockers ?? 0 } : {}),
      ...parts.details?.[key],
    },
    evidence_refs: evidence[key] ?? [],
  });
  const score = (type: ScoreType) => ({
    known: values[type] !== null,
    value: valueOf(type, type === 'project_health' ? 100 : 0),
    band: values[type] === null ? null : 'low',
    coverage: values[type] === null ? 0 : 1,
    factors: [],
    evidence_refs: evidence[type] ?? [],
  });
  return {
    project_id: parts.project_id ?? '00000000-0000-4000-8000-000000000001',
    as_of: parts.as_of ?? new Date('2026-02-03T23:59:59.999Z'),
    ended_on: parts.ended_on ?? null,
    signals: Object.fromEntries(SIGNAL_KEYS.map((key) => [key, signal(key)])) as unknown as Signals,
    scores: Object.fromEntries(SCORE_TYPES.map((type) => [type, score(type)])) as unknown as Scores,
    facts: {
      revenue: 0,
      cost: 0,
      planned_budget: 0,
      scope_changes_7d: 0,
      needs_14d: 0,
      needs_evidence: evidence.needs ?? [],
    },
  };
}

/** A message as evidence. */
export const messageRef = (id: string): EvidenceRef => ({
  message_id: id,
  source_table: 'cw_messages',
  source_pk: id,
});

/** Stands in for `ReadingsService`: what it says of a project at a moment is what the test tells it. */
export class StandInReadings {
  /** Moments that were replayed, and that were read as new. */
  readonly replayed: Date[][] = [];
  readonly refreshed: Date[] = [];
  readonly order: ('refresh' | 'at')[] = [];
  /** Moments at which the other projects were counted. */
  readonly counted: Date[][] = [];

  constructor(public read: (projectId: string, as_of: Date) => Reading) {}

  async othersOf(_projectIds: readonly string[], moments: readonly Date[]): Promise<() => ScopeActivity> {
    this.counted.push([...moments]);
    return () => NO_OTHERS;
  }

  async refresh(projectIds: readonly string[], now: Date): Promise<Map<string, Reading>> {
    this.refreshed.push(now);
    this.order.push('refresh');
    return new Map(projectIds.map((id) => [id, this.read(id, now)]));
  }

  async *at(projectIds: readonly string[], moments: readonly Date[]): AsyncIterable<Reading> {
    this.replayed.push([...moments]);
    this.order.push('at');
    for (const moment of moments) for (const id of projectIds) yield this.read(id, moment);
  }
}
