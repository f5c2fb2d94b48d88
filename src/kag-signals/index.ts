export { BANDS, SCORE_TYPES, type Band, type Factor, type Score, type Scores, type ScoreType } from './domain/score.js';
export {
  SIGNAL_KEYS,
  SIGNAL_STATUSES,
  type Facts,
  type Signal,
  type SignalKey,
  type Signals,
  type SignalStatus,
} from './domain/signal.js';
export { MOVED_SCORES, movedBy, type ScoreMove, type MovedScore, type SignalValues } from './domain/scores/moved-by.js';
export { SCORE_BANDS } from './domain/scores/score-bands.js';
export { statusOf, THRESHOLDS, type Threshold } from './domain/thresholds.js';
export type { Reading } from './domain/reading.js';
export { KagSignalsModule } from './kag-signals.module.js';
export { ReadingsService } from './readings.service.js';
export type { OthersOf } from './scope-activity.repository.js';
export { readUpTo } from './signal-states.repository.js';
export { SIGNALS_REFRESH, SignalsStep } from './signals.step.js';
export { countSignals } from './counters.js';
