export { measuresFrom, measuresOf, type DayMeasures, type DayMeasureKey } from './domain/day-measures.js';
export type { Onset, OnsetSource } from './domain/onsets/onset.js';
export { thereSince } from './domain/onsets/there-since.js';
export { workingDays } from './domain/onsets/working-days.js';
export { OUTCOME_TYPES, type OutcomeType } from './domain/outcome-types.js';
export { pointDays, seriesProblems, seriesSpan, valuesOf, type KnownPoint, type SeriesSpan } from './domain/series.js';
export type { Outcome, OutcomeReason } from './domain/outcomes.js';
export { RISK_RESOLUTIONS, type RiskReport, type RiskResolution } from './domain/risk-report.js';
export type { Aggregates, Snapshot, SnapshotSignal } from './domain/snapshot.js';
export { KagSnapshotsModule } from './kag-snapshots.module.js';
export { MeasuresRepository } from './measures.repository.js';
export { OnsetsRepository, type OnsetsByRisk, type ProjectOnset } from './onsets.repository.js';
export { OutcomesRepository, type StoredOutcome } from './outcomes.repository.js';
export { RiskReportsRepository } from './risk-reports.repository.js';
export { SpanQuery } from './series.dto.js';
export { SERIES_EXAMPLE } from './series.examples.js';
export { SNAPSHOTS_REFRESH, SnapshotsStep } from './snapshots.step.js';
export {
  SnapshotsRepository,
  type DayFigures,
  type SnapshotFigures,
  type StoredSnapshot,
} from './snapshots.repository.js';
export { SnapshotsService, type RefreshedSnapshots, type WantedDays } from './snapshots.service.js';
export { countSnapshots } from './counters.js';
