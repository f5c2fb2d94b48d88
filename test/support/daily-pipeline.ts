import { Counter, Registry } from 'prom-client';
import { Clock } from '../../src/common/clock.js';
import { readConfig } from '../../src/config/index.js';
import type { Database } from '../../src/database/index.js';
import { JobRegistry } from '../../src/jobs/index.js';
import { EventLogRepository } from '../../src/kag-events/event-log.repository.js';
import { DomainEventsRepository, EventLog } from '../../src/kag-events/index.js';
import { ForecastStep } from '../../src/kag-forecast/forecast.step.js';
import { DailyPipelineJob } from '../../src/kag-pipeline/daily-pipeline.job.js';
import { RecommendationsStep } from '../../src/kag-recommendations/recommendations.step.js';
import { WorkingCalendars } from '../../src/projects/index.js';
import { ProjectsRepository } from '../../src/projects/projects.repository.js';
import { ProjectEndsRepository } from '../../src/kag-signals/project-ends.repository.js';
import { ReadingsRepository } from '../../src/kag-signals/readings.repository.js';
import { ReadingsService } from '../../src/kag-signals/readings.service.js';
import { ScopeActivityRepository } from '../../src/kag-signals/scope-activity.repository.js';
import { SignalStatesRepository } from '../../src/kag-signals/signal-states.repository.js';
import { SignalsStep } from '../../src/kag-signals/signals.step.js';
import { DayCountsRepository } from '../../src/kag-snapshots/day-counts.repository.js';
import { OutcomesRepository } from '../../src/kag-snapshots/outcomes.repository.js';
import { SnapshotsRepository } from '../../src/kag-snapshots/snapshots.repository.js';
import { SnapshotsService } from '../../src/kag-snapshots/snapshots.service.js';
import { SnapshotsStep } from '../../src/kag-snapshots/snapshots.step.js';
import { StageChangesRepository } from '../../src/kag-snapshots/stage-changes.repository.js';
import { SignaturesRepository } from '../../src/similarity/signatures.repository.js';
import { Signatures } from '../../src/similarity/signatures.service.js';
import { WindowFactsRepository } from '../../src/similarity/window-facts.repository.js';
import { declaredRecords } from './declared-records.js';
import { forecasting } from './forecasting.js';
import { contextOf } from './job-context.js';
import { onsetsOn } from './onsets.js';
import { recommendationsOn } from './recommending.js';

/** A clock that stands where it is put. */
class SetClock extends Clock {
  time = new Date(0);
  override now(): Date {
    return this.time;
  }
}

/** The daily pipeline on a database, wired by hand as in one worker, with what fills the days before it. */
export function dailyPipeline(database: Database) {
  const clock = new SetClock();
  // People work all the time, so that days are days.
  const config = readConfig({ NODE_ENV: 'test', WORKING_DAYS: 'mon-sun', WORKING_HOURS: '00:00-24:00' });
  const log = new EventLog(
    new EventLogRepository(database),
    new Counter({
      name: 'process_events',
      help: 'of a test',
      labelNames: ['process', 'event_type'],
      registers: [new Registry()],
    }),
  );
  const readings = new ReadingsService(
    new SignalStatesRepository(),
    new ReadingsRepository(database),
    new DomainEventsRepository(),
    log,
    new WorkingCalendars(new ProjectsRepository(database), config),
    database,
    new ScopeActivityRepository(database),
    new ProjectEndsRepository(database, declaredRecords()),
    declaredRecords(),
  );
  const days = new SnapshotsRepository(database);
  const snapshots = new SnapshotsService(
    readings,
    new DayCountsRepository(database, declaredRecords()),
    new StageChangesRepository(database),
    days,
    new OutcomesRepository(database),
    onsetsOn(database),
    database,
  );
  const windows = new SignaturesRepository(database);
  const signatures = new Signatures(days, new WindowFactsRepository(database, declaredRecords()), windows);
  const jobs = new JobRegistry();
  const { forecasts, backfill, models } = forecasting(database, config);
  const recommendations = recommendationsOn(database, config);
  const signalsStep = new SignalsStep(jobs, readings, config, clock);
  const forecastStep = new ForecastStep(jobs, signalsStep, forecasts, config, clock);
  const job = new DailyPipelineJob(
    jobs,
    signalsStep,
    new SnapshotsStep(jobs, snapshots, config, clock),
    forecastStep,
    new RecommendationsStep(jobs, signalsStep, forecastStep, recommendations, config, clock),
    log,
    database,
    config,
    clock,
  );
  return {
    readings,
    snapshots,
    signatures,
    backfill,
    models,
    /** Runs it at a moment that does not pass, as a worker would that was handed all these projects in one message. */
    run(projectIds: readonly string[], now: Date) {
      clock.time = now;
      return job.runTogether(projectIds.map(contextOf));
    },
  };
}
