import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { type ChainRun, type JobContext, JobRegistry, type JobResult, type JobStep, stepJob } from '../jobs/index.js';
import type { Reading } from './domain/reading.js';
import { ReadingsService } from './readings.service.js';
import { countSignals } from './counters.js';

export const SIGNALS_REFRESH = 'kag_signals_refresh';

/** Folds what has happened since into the projects' signals and scores. */
@Injectable()
export class SignalsStep implements JobStep<Reading> {
  readonly name = 'signals';
  readonly feature = 'signals';
  readonly job = {
    type: SIGNALS_REFRESH,
    title: 'Bring signals and scores up to date',
    cadenceSeconds: 900,
    timeoutSeconds: 600,
    reads: ['projects', 'records', 'events', 'signals'] as const,
    writes: ['projects', 'events', 'signals'] as const,
  };

  constructor(
    jobs: JobRegistry,
    private readonly readings: ReadingsService,
    config: Config,
    clock: Clock,
  ) {
    jobs.register(stepJob(this, config, clock));
  }

  work({ projectIds, now }: ChainRun): Promise<Map<string, Reading>> {
    return this.readings.refresh(projectIds, now);
  }

  tell(_context: JobContext, reading: Reading | undefined) {
    return countSignals(reading);
  }

  answer({ as_of, signals, scores }: Reading): JobResult {
    return {
      as_of: as_of.toISOString(),
      signals: Object.fromEntries(Object.entries(signals).map(([key, { value, status }]) => [key, { value, status }])),
      scores: Object.fromEntries(Object.entries(scores).map(([type, { value, band }]) => [type, { value, band }])),
    };
  }
}
