import type { CheckDefinition } from './check.js';
import { chunks } from './checks/chunks.js';
import { connectorBackoff } from './checks/connector-backoff.js';
import { connectorConfiguration } from './checks/connector-configuration.js';
import { connectorErrors } from './checks/connector-errors.js';
import { connectorLag } from './checks/connector-lag.js';
import { connectorState } from './checks/connector-state.js';
import { connectorStreams } from './checks/connector-streams.js';
import { cookieFlags } from './checks/cookie-flags.js';
import { corsOrigin } from './checks/cors-origin.js';
import { csrfCookie } from './checks/csrf-cookie.js';
import { dailyPipelinePaused } from './checks/daily-pipeline-paused.js';
import { dailyPipelineRun } from './checks/daily-pipeline-run.js';
import { dataLeaving } from './checks/data-leaving.js';
import { database } from './checks/database.js';
import { deadLetters } from './checks/dead-letters.js';
import { dueJobs } from './checks/due-jobs.js';
import { embeddingKey } from './checks/embedding-key.js';
import { embeddingProvider } from './checks/embedding-provider.js';
import { embeddingsReady } from './checks/embeddings-ready.js';
import { evidenceGate } from './checks/evidence-gate.js';
import { forecastEvidence } from './checks/forecast-evidence.js';
import { forecastsCurrent } from './checks/forecasts-current.js';
import { forecastsPresent } from './checks/forecasts-present.js';
import { forecastsPublishable } from './checks/forecasts-publishable.js';
import { identityClient } from './checks/identity-client.js';
import { identityProvider } from './checks/identity-provider.js';
import { identityRedirect } from './checks/identity-redirect.js';
import { jobsPaused } from './checks/jobs-paused.js';
import { kagFlags } from './checks/kag-flags.js';
import { lastCycle } from './checks/last-cycle.js';
import { lastPayload } from './checks/last-payload.js';
import { migrations } from './checks/migrations.js';
import { modelGeneration } from './checks/model-generation.js';
import { newRecommendationsAge } from './checks/new-recommendations-age.js';
import { pgvector } from './checks/pgvector.js';
import { pipelineWarnings } from './checks/pipeline-warnings.js';
import { pooler } from './checks/pooler.js';
import { processFailedRatio } from './checks/process-failed-ratio.js';
import { processWarningRatio } from './checks/process-warning-ratio.js';
import { projectWall } from './checks/project-wall.js';
import { replica } from './checks/replica.js';
import { recommendationsPresent } from './checks/recommendations-present.js';
import { sessionProject } from './checks/session-project.js';
import { signatures } from './checks/signatures.js';
import { similarityParameters } from './checks/similarity-parameters.js';
import { snapshotsInWindow } from './checks/snapshots-in-window.js';
import { snapshotsPresent } from './checks/snapshots-present.js';
import { sourceEvents } from './checks/source-events.js';
import { stuckConnectors } from './checks/stuck-connectors.js';
import { trustProxyHops } from './checks/trust-proxy-hops.js';
import { unpublishableRatio } from './checks/unpublishable-ratio.js';
import { vendorToken } from './checks/vendor-token.js';
import { workers } from './checks/workers.js';

/** Every check, in the order in which its section shows it. */
export const CHECKS: readonly CheckDefinition[] = [
  database,
  sessionProject,
  dueJobs,
  jobsPaused,
  stuckConnectors,
  lastCycle,
  snapshotsPresent,
  forecastsPresent,
  recommendationsPresent,

  chunks,
  embeddingsReady,
  embeddingKey,
  embeddingProvider,
  modelGeneration,

  connectorConfiguration,
  dataLeaving,
  vendorToken,
  connectorStreams,
  connectorState,
  connectorBackoff,
  connectorErrors,
  deadLetters,
  lastPayload,

  kagFlags,
  sourceEvents,
  dailyPipelinePaused,
  dailyPipelineRun,
  pipelineWarnings,

  forecastsCurrent,
  forecastEvidence,
  forecastsPublishable,
  evidenceGate,

  snapshotsInWindow,
  signatures,
  similarityParameters,

  trustProxyHops,
  cookieFlags,
  corsOrigin,
  csrfCookie,
  identityProvider,
  identityClient,
  identityRedirect,

  processFailedRatio,
  processWarningRatio,
  unpublishableRatio,
  connectorLag,
  newRecommendationsAge,
  workers,
  migrations,
  projectWall,
  pgvector,
  pooler,
  replica,
];
