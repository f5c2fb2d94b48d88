import type { ApiClient, ShownRun } from './api-client.js';
import { CONNECTORS, type Connector, type DemoProject } from './clients.js';
import type { StoredRow } from './tables.js';

/** What a project has after its syncs. */
export async function readStored(api: ApiClient, project: DemoProject): Promise<StoredRow> {
  const { rag_counts } = await inProject<{ rag_counts: { ready?: number } }>(api, project, '/jobs/status');
  return {
    project: project.name,
    rows: await Promise.all(CONNECTORS.map((connector) => writtenRows(api, project, connector))),
    chunks: rag_counts.ready ?? 0,
    events: await eventCount(api, project),
  };
}

/** Over all runs: the schedule may have come before the demo's own. */
async function writtenRows(api: ApiClient, project: DemoProject, connector: Connector): Promise<number> {
  const path = `/jobs/runs?job_type=${connector}_sync&limit=200`;
  const { runs } = await inProject<{ runs: ShownRun[] }>(api, project, path);
  return runs.reduce((sum, { result }) => sum + Number(result?.['upserted'] ?? 0), 0);
}

/** How many events the vendors' records told of. */
async function eventCount(api: ApiClient, project: DemoProject): Promise<number> {
  let count = 0;
  for (const source of CONNECTORS) {
    for (let cursor: string | null = ''; cursor !== null;) {
      const place: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const path = `/kag/events?source=${source}&limit=200${place}`;
      const page: { events: unknown[]; next_cursor: string | null } = await inProject(api, project, path);
      count += page.events.length;
      cursor = page.next_cursor;
    }
  }
  return count;
}

const inProject = <T>(api: ApiClient, project: DemoProject, path: string): Promise<T> =>
  api.call<T>('GET', `${path}${path.includes('?') ? '&' : '?'}project_id=${project.id}`);
