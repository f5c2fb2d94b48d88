export type { Onset, OnsetSource } from './domain/onsets/onset.js';
export { OUTCOME_TYPES, type Outcome, type OutcomeType, type Reason } from './domain/outcomes.js';
export type { Aggregates, Snapshot, SnapshotSignal } from './domain/snapshot.js';
export { KagSnapshotsModule } from './kag-snapshots.module.js';
export { OutcomesRepository, type StoredOutcome } from './outcomes.repository.js';
export { SNAPSHOTS_REFRESH, SnapshotsStep } from './snapshots.step.js';
export { SnapshotsRepository, type SnapshotFigures, type StoredSnapshot } from './snapshots.repository.js';
export { SnapshotsService, type Refreshed, type WantedDays } from './snapshots.service.js';
export { tellSnapshots } from './told.js';
