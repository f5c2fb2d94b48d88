import type { GeneratedFile } from '../generated-file.js';
import { laidOut, type Row } from './panels.js';

export interface Dashboard {
  /** Also its uid in Grafana, which links point at, and its file's name. */
  slug: string;
  title: string;
  description: string;
  rows: readonly Row[];
}

/** monitoring/grafana/<slug>.json, to be imported or provisioned as it is. */
export function dashboardFile({ slug, title, description, rows }: Dashboard): GeneratedFile {
  return {
    path: `monitoring/grafana/${slug}.json`,
    content: () =>
      JSON.stringify({
        uid: slug,
        title,
        description,
        tags: ['kag'],
        schemaVersion: 39,
        version: 1,
        editable: true,
        graphTooltip: 1,
        refresh: '1m',
        time: { from: 'now-24h', to: 'now' },
        timezone: '',
        links: [
          { type: 'dashboards', title: 'KAG', tags: ['kag'], asDropdown: false, keepTime: true, includeVars: true },
        ],
        annotations: { list: [ALERTS] },
        templating: {
          list: [
            { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' },
            label('job', 'Job', 'label_values(kag_process_info, job)'),
            label('instance', 'Instance', 'label_values(kag_process_info{job=~"$job"}, instance)'),
          ],
        },
        panels: laidOut(rows),
      }),
  };
}

const datasource = { type: 'prometheus', uid: '${datasource}' };

const ALERTS = {
  name: 'Alerts',
  datasource,
  enable: true,
  iconColor: 'red',
  expr: 'ALERTS{alertname=~"Kag.*",alertstate="firing"}',
  titleFormat: '{{alertname}}',
};

const label = (name: string, shown: string, query: string) => ({
  name,
  label: shown,
  type: 'query',
  datasource,
  query: { query, refId: name },
  refresh: 2,
  multi: true,
  includeAll: true,
  allValue: '.*',
  current: { text: 'All', value: '$__all' },
  sort: 1,
});

/** Matchers of what each process counts for itself. */
export const HERE = 'job=~"$job",instance=~"$instance"';
/** Matchers of what every process tells alike. */
export const TOLD = 'job=~"$job"';
