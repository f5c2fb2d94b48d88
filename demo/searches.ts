import type { ApiClient } from './api-client.js';
import type { DemoProject } from './clients.js';
import { paragraph } from './layout.js';

/** Each search, and the client whose project is asked. */
const QUERIES = [
  ['silence-en', 'table for two at an italian place tonight'],
  ['over-budget-en', 'the invoice is wrong'],
  ['silence-ru', 'когда будет готов макет сайта'],
] as const;
const MAX_FOUND = 2;

export interface Found {
  project: string;
  query: string;
  milliseconds: number;
  results: { text: string; source_url: string | null }[];
}

/** @throws Error when a search finds nothing */
export async function search(api: ApiClient, projects: readonly DemoProject[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const [key, query] of QUERIES) {
    const project = projects.find((each) => each.key === key) ?? projects[0];
    if (!project) throw new Error('there is no project to search in');
    const started = performance.now();
    const body = { query, topK: MAX_FOUND, project_id: project.id };
    const { results, hint } = await api.call<Pick<Found, 'results'> & { hint?: string }>('POST', '/search', body);
    if (results.length === 0) throw new Error(`nothing was found for "${query}": ${hint ?? 'no hint'}`);
    found.push({ project: project.name, query, milliseconds: performance.now() - started, results });
  }
  return found;
}

/** What each search found, and where that can be seen. */
export function searchesText(searches: readonly Found[]): string {
  return searches
    .flatMap(({ project, query, milliseconds, results }) => [
      ...paragraph(`“${query}” in ${project}, ${milliseconds.toFixed(0)} ms`, 0),
      ...results.flatMap(({ text, source_url }) => [
        ...paragraph(text, 3, 2),
        ...(source_url === null ? [] : [`   ${source_url}`]),
      ]),
    ])
    .join('\n');
}
