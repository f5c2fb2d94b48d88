import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { JobRegistry, type BatchJobDefinition, type JobContext, type JobResult } from '../jobs/index.js';
import type { Reading } from './domain/reading.js';
import { ReadingsService } from './readings.service.js';
import { skippedBy } from './skipped-by.js';
import { tellSignals } from './told.js';

export const SIGNALS_REFRESH = 'kag_signals_refresh';

/** Folds what has happened since into the projects' signals and scores. */
@Injectable()
export class RefreshSignalsJob implements BatchJobDefinition {
  readonly type = SIGNALS_REFRESH;
  readonly title = 'Bring signals and scores up to date';
  readonly cadenceSeconds = 900;
  readonly timeoutSeconds = 600;

  constructor(
    jobs: JobRegistry,
    private readonly readings: ReadingsService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async runTogether(contexts: readonly JobContext[]): Promise<Map<string, JobResult>> {
    const ids = contexts.map(({ projectId }) => projectId);
    const skipped = skippedBy(this.config, 'KAG_ENABLED');
    if (skipped) return new Map(ids.map((id) => [id, skipped]));
    const readings = await this.readings.refresh(ids, this.clock.now());
    return new Map([...readings].map(([id, reading]) => [id, summary(reading)]));
  }
}

/** What a refresh found, in short. */
function summary(reading: Reading): JobResult {
  const { as_of, signals, scores } = reading;
  return {
    as_of: as_of.toISOString(),
    ...tellSignals(reading),
    signals: Object.fromEntries(Object.entries(signals).map(([key, { value, status }]) => [key, { value, status }])),
    scores: Object.fromEntries(Object.entries(scores).map(([type, { value, band }]) => [type, { value, band }])),
  };
}
