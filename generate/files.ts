import { dashboards } from './dashboards/dashboards.js';
import type { GeneratedFile } from './generated-file.js';
import { checksPage } from './contract/checks.js';
import { forecastPage } from './contract/forecast.js';
import { intelligencePage } from './contract/intelligence.js';
import { jobsPage } from './contract/jobs.js';
import { recommendationsPage } from './contract/recommendations.js';
import { onsetsPage } from './contract/onsets.js';
import { scoresPage } from './contract/scores.js';
import { signalsPage } from './contract/signals.js';
import { similarityPage } from './contract/similarity.js';
import { alertsPage } from './reference/alerts.js';
import { configurationPage } from './reference/configuration.js';
import { endpointsPage } from './reference/endpoints.js';
import { eventsPage } from './contract/events.js';
import { metricsPage } from './reference/metrics.js';

/** All that is generated. A new page is a file in reference/ or contract/, and a line here. */
export const generatedFiles: readonly GeneratedFile[] = [
  configurationPage,
  endpointsPage,
  eventsPage,
  intelligencePage,
  jobsPage,
  checksPage,
  recommendationsPage,
  signalsPage,
  onsetsPage,
  forecastPage,
  scoresPage,
  similarityPage,
  metricsPage,
  alertsPage,
  ...dashboards,
];
