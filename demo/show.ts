import type { ApiClient, ShownRun } from './api-client.js';
import { CONNECTORS, type Connector, type DemoClient, type DemoProject, makeProjects } from './clients.js';
import { step } from './steps.js';
import { type FoundRow, type ProjectRow, projectsTable, searchesTable, stepsTable } from './tables.js';

/** Each search, and the client whose project is asked. */
const QUERIES = [
  ['silence-en', 'table for two at an italian place tonight'],
  ['over-budget-en', 'the invoice is wrong'],
  ['silence-ru', 'когда будет готов макет сайта'],
] as const;

type Counts = Record<string, number>;
type SyncResult = Partial<Record<Connector, Counts>>;

interface Found {
  results: { text: string; score: number; source_url: string | null }[];
  hint?: string;
}

/** The whole loop over HTTP, one project per client. @returns the tables that say what came of it */
export async function show(api: ApiClient, clients: readonly DemoClient[]): Promise<string> {
  const projects = await makeProjects(api, clients);
  const synced = await step(api, 'Sync', '/connectors/sync', projects, syncOutcome);
  const again = await step(api, 'Sync again', '/connectors/sync', projects, syncOutcome);
  const embeddings = await step(api, 'Embeddings', '/jobs/embeddings/run', projects, (results) => {
    const sum = (name: string) => total(results.map((result) => Number(result[name] ?? 0)));
    return `${sum('processed')} chunks more, ${sum('remaining')} remaining, ${String(results[0]?.['model'])}`;
  });
  const rows: ProjectRow[] = [];
  let ready = 0;
  for (const project of projects) {
    const { rag_counts: rag } = await inProject<{ rag_counts: Counts }>(api, project, '/jobs/status');
    ready += rag['ready'] ?? 0;
    rows.push({
      project: project.name,
      rows: await Promise.all(CONNECTORS.map((connector) => writtenRows(api, project, connector))),
      chunks: rag['ready'] ?? 0,
      events: await eventsByType(api, project),
    });
  }
  if (ready === 0) throw new Error('nothing became searchable');
  const steps = [synced, again, embeddings, { step: 'Stored', seconds: null, outcome: `${ready} embedded chunks` }];
  return [stepsTable(steps), projectsTable(rows), searchesTable(await searches(api, projects))].join('\n');
}

/** @throws when a connector did not do its part: a cycle by itself goes on without it */
function syncOutcome(results: readonly Record<string, unknown>[]): string {
  const parts = results.flatMap((result) => {
    if (result['succeeded'] !== CONNECTORS.length) throw new Error(`a sync fell short: ${JSON.stringify(result)}`);
    return Object.values(connectorsOf(result));
  });
  const sum = (name: string) => total(parts.map((part) => part[name] ?? 0));
  return `${sum('upserted')} rows, ${sum('events')} events, ${sum('chunks')} chunks in ${sum('requests')} requests`;
}

const connectorsOf = (result: Record<string, unknown>): SyncResult => result['connectors'] ?? {};
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Over all runs: the schedule may have come before the demo's own. */
async function writtenRows(api: ApiClient, project: DemoProject, connector: Connector): Promise<number> {
  const path = `/jobs/runs?job_type=${connector}_sync&limit=200`;
  const { runs } = await inProject<{ runs: ShownRun[] }>(api, project, path);
  return total(runs.map(({ result }) => Number(result?.['upserted'] ?? 0)));
}

/** How many of each type the vendors' records told of. */
async function eventsByType(api: ApiClient, project: DemoProject): Promise<Counts> {
  const counts: Counts = {};
  for (const source of CONNECTORS) {
    for (let cursor: string | null = ''; cursor !== null;) {
      const place: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { events: { event_type: string }[]; next_cursor: string | null } = await inProject(
        api,
        project,
        `/kag/events?source=${source}&limit=200${place}`,
      );
      for (const { event_type } of page.events) counts[event_type] = (counts[event_type] ?? 0) + 1;
      cursor = page.next_cursor;
    }
  }
  return counts;
}

async function searches(api: ApiClient, projects: readonly DemoProject[]): Promise<FoundRow[]> {
  const found: FoundRow[] = [];
  for (const [key, query] of QUERIES) {
    const project = projects.find((each) => each.key === key) ?? projects[0];
    if (!project) throw new Error('there is no project to search in');
    const started = performance.now();
    const body = { query, topK: 3, project_id: project.id };
    const { results, hint } = await api.call<Found>('POST', '/search', body);
    if (results.length === 0) throw new Error(`nothing was found for "${query}": ${hint ?? 'no hint'}`);
    found.push({ project: project.name, query, milliseconds: performance.now() - started, results });
  }
  return found;
}

const inProject = <T>(api: ApiClient, project: DemoProject, path: string): Promise<T> =>
  api.call<T>('GET', `${path}${path.includes('?') ? '&' : '?'}project_id=${project.id}`);
