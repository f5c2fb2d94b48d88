import { readConfig } from '../src/config/index.js';
import { ActionDeliveriesJob } from '../src/actions/deliveries.job.js';
import { CONNECTORS } from '../src/connectors/core/contract.js';
import type { ConnectorRegistry } from '../src/connectors/core/connector-registry.js';
import { DueRecordsJobs } from '../src/connectors/due-records.jobs.js';
import { ReconciliationJob } from '../src/connectors/reconciliation.job.js';
import { RereadJobs } from '../src/connectors/reread.jobs.js';
import { RetryJob } from '../src/connectors/retry.job.js';
import { SyncJobs } from '../src/connectors/sync.jobs.js';
import { DigestDeliveriesJob } from '../src/digest/deliveries/deliveries.job.js';
import { type AnyJobDefinition } from '../src/jobs/job-definition.js';
import { JobRegistry } from '../src/jobs/job-registry.js';
import { BackfillJob } from '../src/kag-forecast/backfill/backfill.job.js';
import { ForecastStep } from '../src/kag-forecast/forecast.step.js';
import { DailyPipelineJob } from '../src/kag-pipeline/daily-pipeline.job.js';
import { PhraseRecommendationsJob } from '../src/kag-recommendations/phrasing/phrase-recommendations.job.js';
import { RecommendationsStep } from '../src/kag-recommendations/recommendations.step.js';
import { SignalsStep } from '../src/kag-signals/signals.step.js';
import { SnapshotsStep } from '../src/kag-snapshots/snapshots.step.js';
import { RetentionJob } from '../src/ops/retention.job.js';
import { ProjectRemovalJob } from '../src/removal/project-removal.job.js';
import { SourcesClearingJob } from '../src/removal/sources-clearing.job.js';
import { EmbeddingsJob } from '../src/search/embeddings.job.js';
import { SecondOpinionsJob } from '../src/second-opinions/second-opinions.job.js';
import { CaseSignaturesJob } from '../src/similarity/case-signatures.job.js';

/** What jobs work with: they are declared here, and never run. */
const WORK = undefined as never;

/**
 * All jobs as their features declare them, without starting a server. A job that a feature declares and this list does
 * not know is found by test/e2e/job-areas.e2e-spec.ts.
 */
export function jobDefinitions(): AnyJobDefinition[] {
  const jobs = new JobRegistry();
  const connectors = { names: () => CONNECTORS } as unknown as ConnectorRegistry;
  const config = readConfig({});
  new SyncJobs(jobs, connectors, WORK, WORK, WORK, WORK).declare();
  new DueRecordsJobs(jobs, connectors, WORK).declare();
  new RereadJobs(jobs, connectors, WORK).declare();
  new RetryJob(jobs, WORK, WORK, WORK);
  new ReconciliationJob(jobs, WORK, WORK, WORK);
  new EmbeddingsJob(jobs, WORK);
  const signals = new SignalsStep(jobs, WORK, config, WORK);
  const snapshots = new SnapshotsStep(jobs, WORK, WORK, WORK);
  const forecasts = new ForecastStep(jobs, WORK, WORK, config, WORK);
  const recommendations = new RecommendationsStep(jobs, WORK, WORK, WORK, config, WORK);
  new DailyPipelineJob(jobs, signals, snapshots, forecasts, recommendations, WORK, WORK, WORK, WORK);
  new BackfillJob(jobs, WORK, WORK, WORK, WORK);
  new CaseSignaturesJob(jobs, WORK, WORK, WORK);
  new PhraseRecommendationsJob(jobs, WORK, WORK, WORK, config, WORK);
  new SecondOpinionsJob(jobs, WORK, WORK, WORK, config, WORK);
  new ActionDeliveriesJob(jobs, WORK, WORK, WORK, WORK, WORK, WORK);
  new DigestDeliveriesJob(jobs, WORK, WORK, WORK);
  new RetentionJob(jobs, WORK, WORK, WORK);
  new SourcesClearingJob(jobs, WORK, WORK, WORK, WORK, WORK, WORK);
  new ProjectRemovalJob(jobs, WORK, WORK, WORK, WORK);
  return jobs.all();
}
