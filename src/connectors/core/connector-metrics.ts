import { makeCounterProvider } from '@willsoto/nestjs-prometheus';
import type { SampledGauges } from '../../metrics/index.js';

export const CONNECTOR_REQUESTS = 'kag_connector_requests_total';

export const connectorRequestsProvider = makeCounterProvider({
  name: CONNECTOR_REQUESTS,
  help: 'Requests to vendors, by connector and status (or timeout, network, bad_payload)',
  labelNames: ['connector', 'status'],
});

export function defineConnectorGauges(gauges: SampledGauges): void {
  gauges.define({
    labels: ['connector', 'status'],
    sql: `SELECT connector, status, count(*)::int AS errors FROM connector_errors WHERE status <> 'resolved' GROUP BY connector, status`,
    gauges: [{ name: 'kag_connector_errors', help: 'Open connector errors', column: 'errors' }],
  });
  gauges.define({
    labels: ['connector'],
    sql: `SELECT connector, max(extract(epoch FROM now() - coalesce(last_success_at, created_at)))::float8 AS lag FROM connector_sync_state GROUP BY connector`,
    gauges: [
      {
        name: 'kag_connector_lag_seconds',
        help: 'Time since the last good sync, of the project that is furthest behind',
        column: 'lag',
      },
    ],
  });
}
