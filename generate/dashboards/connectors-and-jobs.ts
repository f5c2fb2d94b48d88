import { HERE, TOLD, type Dashboard } from './dashboard.js';

const rate = (selector: string) => `rate(${selector}[$__rate_interval])`;
const requests = `kag_connector_requests_total{${HERE}}`;
const runs = `kag_job_duration_seconds_count{${HERE}}`;

/** What comes in from the vendors, and the work that is done with it. */
export const connectorsAndJobs: Dashboard = {
  slug: 'kag-connectors-and-jobs',
  title: 'KAG · Connectors and jobs',
  description: 'Whether the vendors are read in time, and whether the work that follows gets done.',
  rows: [
    {
      title: 'Connectors',
      panels: [
        {
          kind: 'timeseries',
          title: 'Behind',
          description:
            'Time since the last good sync, of the project that is furthest behind; due every 15 minutes. KagConnectorLag fires above an hour, KagConnectorStale above six; later where cycles are rarer.',
          unit: 's',
          series: { '{{connector}}': `max by (connector) (kag_connector_lag_seconds{${TOLD}})` },
          thresholds: { warning: 3600, critical: 21600 },
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Open errors',
          description: 'Records that are to be tried again, and those that are given up (dead_letter).',
          unit: 'short',
          series: {
            '{{connector}} {{status}}': `sum by (connector, status) (max by (project, connector, status) (kag_connector_errors{${TOLD}}))`,
          },
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Requests to vendors',
          description: 'By status, or timeout, network, bad_payload.',
          unit: 'reqps',
          series: { '{{connector}} {{status}}': `sum by (connector, status) (${rate(requests)})` },
          stacked: true,
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Share of requests that fail',
          description: 'Without 401 and 403. Above 20 % KagConnectorRequestsFailing fires.',
          unit: 'percentunit',
          series: {
            '{{connector}}': `sum by (connector) (${rate(requests.replace('{', '{status!~"2..|401|403",'))}) / sum by (connector) (${rate(requests)})`,
          },
          thresholds: { warning: 0.2 },
          width: 12,
        },
      ],
    },
    {
      title: 'Jobs',
      panels: [
        {
          kind: 'timeseries',
          title: 'Due and not taken',
          description: 'Many projects have some at any moment; a line that only rises means that no dispatcher runs.',
          unit: 'short',
          series: { due: `max(kag_jobs_due{${TOLD}})` },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Open runs',
          description: 'Queued and running, over all projects.',
          unit: 'short',
          series: { '{{state}}': `max by (state) (kag_queue_depth{${TOLD}})` },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'What a new run waits for',
          description: 'Queued runs at the present pace. Above half an hour KagQueueSlow fires.',
          unit: 's',
          series: {
            wait: `max(kag_queue_depth{${TOLD},state="queued"}) / sum(${rate(`kag_job_duration_seconds_count{${TOLD}}`)})`,
          },
          thresholds: { warning: 1800 },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Runs by how they ended',
          description: 'Runs a second.',
          unit: 'ops',
          series: { '{{status}}': `sum by (status) (${rate(runs)})` },
          stacked: true,
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Runs that failed, by job',
          description: 'Within an hour.',
          unit: 'short',
          series: {
            '{{job_type}}': `sum by (job_type) (increase(kag_job_duration_seconds_count{${HERE},status="failed"}[1h])) > 0`,
          },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'How long runs take',
          description: '95th percentile by job, over an hour.',
          unit: 's',
          series: {
            '{{job_type}}': `histogram_quantile(0.95, sum by (le, job_type) (rate(kag_job_duration_seconds_bucket{${HERE}}[1h])))`,
          },
          width: 8,
        },
        {
          kind: 'bargauge',
          title: 'Last good run of daily and weekly jobs',
          description: 'How long ago it was, in the project that waits longest.',
          unit: 's',
          series: { '{{job_type}}': `max by (job_type) (kag_job_success_age_seconds{${TOLD}})` },
          thresholds: { warning: 93600, critical: 777600 },
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Overdue',
          description:
            'How much later than its own cadence allows a sync or a job is, of the project that waits longest. Nothing is late at 0.',
          unit: 's',
          series: {
            '{{connector}}': `max by (connector) (kag_connector_overdue_seconds{${TOLD}})`,
            '{{job_type}}': `max by (job_type) (kag_job_overdue_seconds{${TOLD}})`,
          },
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Failures and warnings, 24 h',
          description:
            'For each run of the last 24 hours. KagRunsFailing fires above 10 %, KagRunsWarning above one for two runs.',
          unit: 'percentunit',
          series: {
            failed: `max(kag_process_failed_ratio{${TOLD}})`,
            warnings: `max(kag_process_warning_ratio{${TOLD}})`,
          },
          thresholds: { warning: 0.1, critical: 0.5 },
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Events of the server’s own work',
          description: 'A second, by process; starts are left out.',
          unit: 'ops',
          series: {
            '{{process}} {{event_type}}': `sum by (process, event_type) (${rate(`kag_process_events_total{${HERE},event_type!="process_started"}`)})`,
          },
          width: 24,
        },
      ],
    },
    {
      title: 'By project (with METRICS_PER_PROJECT)',
      collapsed: true,
      panels: [
        {
          kind: 'bargauge',
          title: 'Projects furthest behind',
          description: 'Time since the last good sync.',
          unit: 's',
          series: {
            '{{project}} {{connector}}': `topk(15, max by (project, connector) (kag_connector_lag_seconds{${TOLD},project!=""}))`,
          },
          thresholds: { warning: 3600, critical: 21600 },
          width: 12,
        },
        {
          kind: 'bargauge',
          title: 'Projects with most records given up',
          description: 'Dead letters by connector.',
          unit: 'short',
          series: {
            '{{project}} {{connector}}': `topk(15, max by (project, connector) (kag_connector_errors{${TOLD},project!="",status="dead_letter"}))`,
          },
          thresholds: { critical: 1 },
          width: 12,
        },
      ],
    },
  ],
};
