import { HERE, TOLD, type Dashboard } from './dashboard.js';

const rate = (selector: string) => `rate(${selector}[$__rate_interval])`;

/** What people get from it all: search, conclusions and what they do with them. */
export const intelligence: Dashboard = {
  slug: 'kag-intelligence',
  title: 'KAG · Intelligence',
  description: 'Whether search is complete and quick, conclusions have evidence, and people work with recommendations.',
  rows: [
    {
      title: 'Search',
      panels: [
        {
          kind: 'timeseries',
          title: 'Searches by mode',
          description: 'Searches a second.',
          unit: 'ops',
          series: { '{{mode}}': `sum by (mode) (${rate(`kag_search_duration_seconds_count{${HERE}}`)})` },
          stacked: true,
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'How long searches take',
          description: '95th percentile by mode. Above 1 s KagSearchSlow fires.',
          unit: 's',
          series: {
            '{{mode}}': `histogram_quantile(0.95, sum by (le, mode) (${rate(`kag_search_duration_seconds_bucket{${HERE}}`)}))`,
          },
          thresholds: { warning: 1 },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'How long the embedder takes',
          description: 'For batches and for queries, median and 95th percentile.',
          unit: 's',
          series: {
            median: `histogram_quantile(0.5, sum by (le) (${rate(`kag_embedding_duration_seconds_bucket{${HERE}}`)}))`,
            '95 %': `histogram_quantile(0.95, sum by (le) (${rate(`kag_embedding_duration_seconds_bucket{${HERE}}`)}))`,
          },
          thresholds: { warning: 5 },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Chunks by embedding',
          description: 'What is pending, processing or failed is found by its words alone.',
          unit: 'short',
          series: { '{{status}}': `sum by (status) (max by (project, status) (kag_rag_chunks{${TOLD}}))` },
          stacked: true,
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Waiting for an embedding',
          description: 'A line that only rises means that the provider is down or its key is wrong.',
          unit: 'short',
          series: {
            waiting: `sum(max by (project, status) (kag_rag_chunks{${TOLD},status=~"pending|processing"}))`,
            failed: `sum(max by (project, status) (kag_rag_chunks{${TOLD},status="failed"}))`,
          },
          thresholds: { warning: 5000 },
          width: 12,
        },
      ],
    },
    {
      title: 'Conclusions',
      panels: [
        {
          kind: 'timeseries',
          title: 'Without evidence',
          description:
            'Share of the projects whose newest conclusion may not be shown. Above half KagUnpublishable fires.',
          unit: 'percentunit',
          series: { '{{entity}}': `max by (entity) (kag_unpublishable_ratio{${TOLD}})` },
          thresholds: { warning: 0.5 },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Last daily pipeline',
          description:
            'Time since the last good one, of the project that waits longest. Above 26 hours KagDailyPipelineOverdue fires; later where it is due less than daily.',
          unit: 's',
          series: { age: `max(kag_job_success_age_seconds{${TOLD},job_type="kag_daily_pipeline"})` },
          thresholds: { critical: 93600 },
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Last signatures',
          description:
            'Time since the last good weekly case_signatures_refresh. Above 9 days KagCaseSignaturesOverdue fires; later where it is due less than weekly.',
          unit: 's',
          series: { age: `max(kag_job_success_age_seconds{${TOLD},job_type="case_signatures_refresh"})` },
          thresholds: { warning: 777600 },
          width: 8,
        },
      ],
    },
    {
      title: 'Recommendations',
      panels: [
        {
          kind: 'timeseries',
          title: 'Shown, by status',
          description: 'Those that hold now and have enough evidence.',
          unit: 'short',
          series: { '{{status}}': `sum by (status) (max by (project, status) (kag_recommendations{${TOLD}}))` },
          stacked: true,
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Untouched',
          description: 'Part of the shown ones that nobody has acknowledged, done or dismissed.',
          unit: 'percentunit',
          series: { new: `max(kag_recommendations_new_ratio{${TOLD}})` },
          thresholds: { warning: 0.8 },
          width: 6,
        },
        {
          kind: 'timeseries',
          title: 'Oldest untouched',
          description: 'Above a week KagRecommendationsOld fires.',
          unit: 's',
          series: { age: `max(kag_recommendations_oldest_new_seconds{${TOLD}})` },
          thresholds: { warning: 604800 },
          width: 6,
        },
      ],
    },
    {
      title: 'Digests',
      panels: [
        {
          kind: 'timeseries',
          title: 'On their way, and given up',
          description:
            'What waits may wait for quiet hours. What was given up on the last day makes KagDigestsGivenUp fire: GET /digest/deliveries says why.',
          unit: 'short',
          series: { '{{status}}': `max by (status) (kag_digest_deliveries{${TOLD}})` },
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
          title: 'Oldest untouched recommendation',
          description: 'Projects whose people may not have seen what to do.',
          unit: 's',
          series: {
            '{{project}}': `topk(15, max by (project) (kag_recommendations_oldest_new_seconds{${TOLD},project!=""}))`,
          },
          thresholds: { warning: 604800 },
          width: 8,
        },
        {
          kind: 'bargauge',
          title: 'Chunks that could not be embedded',
          description: 'Projects whose search lacks most.',
          unit: 'short',
          series: { '{{project}}': `topk(15, max by (project) (kag_rag_chunks{${TOLD},project!="",status="failed"}))` },
          thresholds: { warning: 1 },
          width: 8,
        },
        {
          kind: 'bargauge',
          title: 'Last daily pipeline',
          description: 'Projects that wait longest.',
          unit: 's',
          series: {
            '{{project}}': `topk(15, max by (project) (kag_job_success_age_seconds{${TOLD},project!="",job_type="kag_daily_pipeline"}))`,
          },
          thresholds: { critical: 93600 },
          width: 8,
        },
      ],
    },
  ],
};
