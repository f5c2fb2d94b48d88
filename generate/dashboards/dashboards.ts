import { connectorsAndJobs } from './connectors-and-jobs.js';
import { dashboardFile } from './dashboard.js';
import { intelligence } from './intelligence.js';
import { overview } from './overview.js';

/** monitoring/grafana: one file for each dashboard. */
export const dashboards = [overview, connectorsAndJobs, intelligence].map(dashboardFile);
