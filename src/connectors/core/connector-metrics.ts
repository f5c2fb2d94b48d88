import { makeCounterProvider } from '@willsoto/nestjs-prometheus';
import type { GaugeDefinitions } from '../../metrics/index.js';
import type { ConnectorName } from './contract.js';

export const CONNECTOR_REQUESTS = 'kag_connector_requests_total';

export const connectorRequestsProvider = makeCounterProvider({
  name: CONNECTOR_REQUESTS,
  help: 'Requests to vendors, by connector and status (or timeout, network, bad_payload)',
  labelNames: ['connector', 'status'],
});

/** A connector may be behind for an hour, and for three cycles where these are rarer. */
const MAY_LAG_SECONDS = 3600;
const MAY_LAG_CYCLES = 3;

/**
 * A connector that never had a good sync lags since it was first tried. One whose source was taken away, where the
 * environment has none in its place, is late with nothing.
 */
const lags = (inEnvironment: readonly ConnectorName[], scope: string | null) =>
  `SELECT project, connector, lag, greatest(0, lag - greatest(${MAY_LAG_SECONDS}, ${MAY_LAG_CYCLES} * coalesce(cadence_seconds, 0))) AS overdue
   FROM (SELECT project_id AS project, connector, extract(epoch FROM now() - coalesce(last_success_at, created_at))::float8 AS lag
   FROM connector_sync_state
   WHERE connector IN (SELECT unnest('{${inEnvironment.join()}}'::text[])) AND project_id IN (
     SELECT p.id FROM projects p JOIN account_scopes a ON a.id = p.account_scope_id WHERE a.key = '${scope ?? ''}')
     OR (project_id, connector) IN (SELECT project_id, connector FROM project_sources)) AS lags
   LEFT JOIN scheduled_jobs s ON s.project_id = lags.project AND s.job_type = 'connectors_sync_cycle'`;

/**
 * @param inEnvironment connectors that projects without a source of their own read by the environment's variables
 * @param scope key of the account scope whose projects may
 */
export function defineConnectorGauges(
  gauges: GaugeDefinitions,
  inEnvironment: readonly ConnectorName[],
  scope: string | null,
): void {
  gauges.define({
    labels: ['connector', 'status'],
    sql: `SELECT connector, status, count(open.connector)::int AS errors
          FROM (SELECT connector FROM connector_sync_state UNION SELECT connector FROM connector_errors WHERE status <> 'resolved') AS c
          CROSS JOIN unnest(ARRAY['pending', 'retrying', 'dead_letter']) AS status
          LEFT JOIN (SELECT connector, status FROM connector_errors WHERE status <> 'resolved') AS open USING (connector, status)
          GROUP BY connector, status`,
    perProject: `SELECT project_id AS project, connector, status, count(*)::int AS errors FROM connector_errors
                 WHERE status <> 'resolved' GROUP BY project_id, connector, status`,
    gauges: [
      { name: 'kag_connector_errors', help: 'Open connector errors, by connector and status', column: 'errors' },
    ],
  });
  gauges.define({
    labels: ['connector'],
    sql: `SELECT connector, max(lag) AS lag, max(overdue) AS overdue FROM (${lags(inEnvironment, scope)}) AS lags GROUP BY connector`,
    perProject: lags(inEnvironment, scope),
    gauges: [
      {
        name: 'kag_connector_lag_seconds',
        help: 'Time since the last good sync, of the project that is furthest behind',
        column: 'lag',
      },
      {
        name: 'kag_connector_overdue_seconds',
        help: 'How much longer than an hour, or than three sync cycles where these are rarer, the last good sync is ago',
        column: 'overdue',
      },
    ],
  });
}
