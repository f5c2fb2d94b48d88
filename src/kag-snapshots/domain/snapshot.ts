import { firstRefs } from '../../common/source-row.js';
import type { EvidenceRef } from '../../kag-events/index.js';
import type { ConnectorName } from '../../projects/index.js';
import type { Reading, Score, ScoreType, Signal, SignalKey, Threshold } from '../../kag-signals/index.js';
import { keptMeasures, measuresOf, type KeptMeasures } from './day-measures.js';
import { byRank } from './evidence.js';
import { normalisedRisk } from './risk.js';

const MAX_EVIDENCE = 80;

/** What a project's tables tell of it as of a day, beside its signals. */
export interface DayCounts {
  /** Domain events of the 7, 14 and 30 days up to the moment. */
  events_7d: number;
  events_14d: number;
  events_30d: number;
  events_by_source_14d: Record<ConnectorName, number>;
  open_issues: number;
  /** Open issues whose due date is before the day. */
  overdue_issues: number;
  /** Amount and number of the deals that are neither won nor lost. */
  pipeline_amount: number;
  pipeline_count: number;
}

export interface Aggregates extends DayCounts {
  /** Open blockers, as blockers_age counts them. */
  blocked_issues: number;
}

/** A signal with `risk`, 0 to 1: how near it is to critical; null where the signal is unknown. */
export type SnapshotSignal = Omit<Signal, 'evidence_refs'> & { risk: number | null };

/** Null: it is unknown. */
export type SnapshotScore = Pick<Score, 'known' | 'value' | 'band'>;

/** A project's day as it is kept. */
export interface Snapshot {
  project_id: string;
  /** UTC day, YYYY-MM-DD. */
  snapshot_date: string;
  /** The day's last millisecond; for the present day the moment it was looked at. */
  as_of: Date;
  signals_json: Record<SignalKey, SnapshotSignal>;
  scores_json: Record<ScoreType, SnapshotScore>;
  aggregates_json: Aggregates;
  measures_json: KeptMeasures;
  evidence_refs: EvidenceRef[];
  /** Whether it has evidence. */
  publishable: boolean;
}

/** Puts a snapshot together. */
export function snapshotOf(
  { project_id, as_of, signals, scores, facts }: Reading,
  day: string,
  counts: DayCounts,
  thresholds: Readonly<Record<SignalKey, Threshold>>,
): Snapshot {
  // project_health rests on every signal, so its refs are the newest of them all; older ones follow.
  const evidence = [
    ...scores.project_health.evidence_refs,
    ...byRank([...Object.values(signals).map((signal) => signal.evidence_refs), facts.needs_evidence]),
  ];
  const evidence_refs = firstRefs(evidence, MAX_EVIDENCE);
  return {
    project_id,
    snapshot_date: day,
    as_of,
    signals_json: mapValues(signals, ({ known, value, status, details }, key) => ({
      known,
      value,
      status,
      details,
      risk: value === null ? null : normalisedRisk(value, thresholds[key]),
    })),
    scores_json: mapValues(scores, ({ known, value, band }) => ({ known, value, band })),
    aggregates_json: { ...counts, blocked_issues: Number(signals.blockers_age.details['open_blockers'] ?? 0) },
    measures_json: keptMeasures(measuresOf(day, signals)),
    evidence_refs,
    publishable: evidence_refs.length > 0,
  };
}

function mapValues<K extends string, V, W>(of: Readonly<Record<K, V>>, map: (value: V, key: K) => W): Record<K, W> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, map(value as V, key as K)])) as Record<K, W>;
}
