import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';
import { exportedMetrics, type ExportedMetric } from '../metrics.js';

const INTRODUCTION = `
\`GET /metrics\` of every process, whatever its \`ROLE\`, in Prometheus' text format; where \`METRICS_TOKEN\` is set, with
\`Authorization: Bearer\`. [monitoring/prometheus/prometheus.yaml](../../monitoring/prometheus/prometheus.yaml) shows how to
scrape it; [alerts](alerts.md) and the dashboards in \`monitoring/grafana\` are built on nothing else.

**From the database** are the figures of all processes together: every process tells the same, so take \`max\` over
instances, never \`sum\`. Each comes from one query, which a process asks at most once in 15 s however many scrape, two
queries at a time, and less often where the answer takes long: for 2 % of the time at most. A scrape does not wait for a
slow query; after 20 ms it gets the figures that were there before. A process asks for the first as it starts, so only a
scrape in that very moment gets none. Where the database does not answer within 3 s these figures are left out, which is
itself an alert.

**From the process** are figures that each process counts for itself since it started: take \`sum\` over instances.

\`METRICS_PER_PROJECT=true\` puts a label \`project\` with the project's id on the gauges that say so, and leaves out their
zeroes: ten to fifteen series for each project, and about 100 bytes for each of them. \`max by (project, …)\` and then \`sum by (…)\` is right in both cases.
`;

/** docs/reference/metrics.md. */
export const metricsPage: GeneratedFile = {
  path: 'docs/reference/metrics.md',
  content() {
    const all = exportedMetrics();
    const own = all.filter(({ name }) => name.startsWith('kag_'));
    const platform = all.filter(({ name }) => !name.startsWith('kag_'));
    return [
      GENERATED_NOTE,
      '# Metrics',
      INTRODUCTION,
      '## The server’s own',
      table(['name', 'type', 'labels', 'from', 'meaning'], own.map(row)),
      '## Buckets of the histograms',
      table(
        ['name', 'upper bounds in seconds'],
        own.filter(({ buckets }) => buckets.length > 0).map(({ name, buckets }) => [code([name]), buckets.join(' · ')]),
      ),
      '## Node’s and the process’',
      table(['name', 'type', 'labels', 'from', 'meaning'], platform.map(row)),
    ].join('\n\n');
  },
};

const row = ({ name, type, labels, sampled, perProject, help }: ExportedMetric): string[] => [
  code([name]),
  type,
  `${code(labels)}${perProject ? ', per project' : ''}`.replace('–, ', ''),
  sampled ? 'database' : 'process',
  help,
];
