import { HERE, TOLD, type Dashboard } from './dashboard.js';

const REQUESTS = `kag_http_request_duration_seconds_count{${HERE},route!~"/health.*|/metrics"}`;
const rate = (selector: string) => `rate(${selector}[$__rate_interval])`;
const quantile = (q: number) =>
  `histogram_quantile(${q}, sum by (le) (${rate(`kag_http_request_duration_seconds_bucket{${HERE},method="GET",route!~"/health.*|/metrics|(/jobs/runs/:id)?/events"}`)}))`;

/** Is it up, does it answer, are the processes well? The page to look at first. */
export const overview: Dashboard = {
  slug: 'kag-overview',
  title: 'KAG · Overview',
  description: 'Whether the server is up and well. Where something is red, the other two dashboards tell more.',
  rows: [
    {
      title: 'Now',
      panels: [
        {
          kind: 'stat',
          title: 'API processes',
          description: 'Processes with ROLE=api or all that answer. KagApiMissing tells of none.',
          unit: 'short',
          series: { processes: `count(kag_process_info{${TOLD},role=~"api|all"}) or vector(0)` },
          thresholds: { critical: 1, below: true },
          width: 4,
        },
        {
          kind: 'stat',
          title: 'Workers',
          description: 'Processes with ROLE=worker or all that answer. KagWorkerMissing tells of none.',
          unit: 'short',
          series: { processes: `count(kag_process_info{${TOLD},role=~"worker|all"}) or vector(0)` },
          thresholds: { critical: 1, below: true },
          width: 4,
        },
        {
          kind: 'stat',
          title: 'Alerts',
          description: 'Alerts that fire now.',
          unit: 'short',
          series: { alerts: 'count(ALERTS{alertname=~"Kag.*",alertstate="firing"}) or vector(0)' },
          thresholds: { critical: 1 },
          width: 4,
        },
        {
          kind: 'stat',
          title: 'Runs that failed, 24 h',
          description: 'Share of the job runs of the last 24 hours that ended with process_failed.',
          unit: 'percentunit',
          series: { failed: `max(kag_process_failed_ratio{${TOLD}})` },
          thresholds: { warning: 0.05, critical: 0.1 },
          width: 4,
        },
        {
          kind: 'stat',
          title: 'Furthest behind',
          description: 'Time since the last good sync, of the connector and project that are furthest behind.',
          unit: 's',
          series: { lag: `max(kag_connector_lag_seconds{${TOLD}})` },
          thresholds: { warning: 3600, critical: 21600 },
          width: 4,
        },
        {
          kind: 'stat',
          title: 'Last daily pipeline',
          description: 'Time since the last good daily pipeline, of the project that waits longest.',
          unit: 's',
          series: { age: `max(kag_job_success_age_seconds{${TOLD},job_type="kag_daily_pipeline"})` },
          thresholds: { warning: 90000, critical: 93600 },
          width: 4,
        },
      ],
    },
    {
      title: 'HTTP, without probes',
      panels: [
        {
          kind: 'timeseries',
          title: 'Requests by status',
          description: 'Requests a second, of the processes chosen above.',
          unit: 'reqps',
          series: { '{{status}}': `sum by (status) (${rate(REQUESTS)})` },
          stacked: true,
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Share of 5xx',
          description: 'Above 5 % KagHttpErrors fires.',
          unit: 'percentunit',
          series: {
            failed: `sum(${rate(REQUESTS.replace('{', '{status=~"5..",'))}) / sum(${rate(REQUESTS)})`,
          },
          thresholds: { critical: 0.05 },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'How long reads take',
          description: 'GET requests, streams not counted. Above 1 s at the 95th percentile KagHttpSlow fires.',
          unit: 's',
          series: { median: quantile(0.5), '95 %': quantile(0.95), '99 %': quantile(0.99) },
          thresholds: { warning: 1 },
          width: 8,
        },
        {
          kind: 'bargauge',
          title: 'Routes that take most time',
          description: 'Seconds spent in a second, over all their requests: what is worth making faster.',
          unit: 'short',
          series: {
            '{{method}} {{route}}': `topk(10, sum by (method, route) (${rate(`kag_http_request_duration_seconds_sum{${HERE},route!~"(/jobs/runs/:id)?/events"}`)}))`,
          },
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Refused: 401, 403 and 429',
          description: 'Many 401 and 403 on changes: cookies are lost on the way, or somebody guesses passwords.',
          unit: 'reqps',
          series: {
            '{{status}} {{route}}': `sum by (status, route) (${rate(`kag_http_request_duration_seconds_count{${HERE},status=~"401|403|429"}`)})`,
          },
          width: 12,
        },
      ],
    },
    {
      title: 'Processes',
      panels: [
        {
          kind: 'timeseries',
          title: 'Event loop lag',
          description: 'The slowest of a hundred turns. Above 0.5 s KagEventLoopLag fires.',
          unit: 's',
          series: { '{{instance}}': `nodejs_eventloop_lag_p99_seconds{${HERE}}` },
          thresholds: { warning: 0.5 },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'CPU',
          description: 'Cores that each process keeps busy.',
          unit: 'short',
          series: { '{{instance}}': rate(`process_cpu_seconds_total{${HERE}}`) },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Memory',
          description: 'Resident memory of each process.',
          unit: 'bytes',
          series: { '{{instance}}': `process_resident_memory_bytes{${HERE}}` },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Database connections',
          description:
            'Of all chosen processes. Requests that wait for one, for long, make KagDatabasePoolExhausted fire.',
          unit: 'short',
          series: { '{{state}}': `sum by (state) (kag_db_pool{${HERE}})` },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Garbage collection',
          description: 'Part of the time that it takes.',
          unit: 'percentunit',
          series: { '{{instance}}': `sum by (instance) (${rate(`nodejs_gc_duration_seconds_sum{${HERE}}`)})` },
          thresholds: { warning: 0.1 },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Restarts',
          description: 'Starts of each process within an hour.',
          unit: 'short',
          series: { '{{instance}}': `changes(process_start_time_seconds{${HERE}}[1h])` },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Reads that a standby may answer',
          description:
            'By result, a second: replica, or why the primary answered. Nothing without DATABASE_REPLICA_URL.',
          unit: 'short',
          series: { '{{result}}': `sum by (result) (${rate(`kag_replica_reads_total{${HERE}}`)})` },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Lag of the standby',
          description:
            'At the most, as the process sees it that sees most. Beyond DATABASE_REPLICA_MAX_LAG_SECONDS the primary answers.',
          unit: 's',
          series: { lag: `max(kag_replica_lag_seconds{${HERE}})` },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Processes that use the standby',
          description: 'Where one of them does not for 10 minutes, KagReplicaUnused fires.',
          unit: 'short',
          series: { 'in use': `sum(kag_replica_usable{${HERE}})`, all: `count(kag_replica_usable{${HERE}})` },
          width: 8,
        },
      ],
    },
  ],
};
