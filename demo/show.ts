import { STORY_DAYS } from '../sandbox/agency/index.js';
import type { ApiClient } from './api-client.js';
import { calm, card } from './cards.js';
import { CONNECTORS, type DemoClient, makeProjects } from './clients.js';
import { healthText, readHealth } from './health.js';
import { byUrgency, readHolding } from './portfolio.js';
import { search, searchesText } from './searches.js';
import { type Result, step, withBar } from './steps.js';
import { readStored } from './stored.js';
import { portfolioTable, stepsTable, storedTable } from './tables.js';

const DAY_MS = 86_400_000;

/**
 * The whole loop over HTTP, one project per client: from the vendors to what to do next.
 * @returns what came of it, the portfolio last
 * @throws Error where a step did less than it should
 */
export async function show(api: ApiClient, clients: readonly DemoClient[]): Promise<string> {
  const projects = await makeProjects(api, clients);
  const days = { from: dayOf(Date.now() - STORY_DAYS * DAY_MS), to: dayOf(Date.now()) };
  const steps = [
    await step(api, 'Sync', '/connectors/sync', projects, syncOutcome),
    await step(api, 'Sync again', '/connectors/sync', projects, syncOutcome),
    await step(api, 'Embeddings', '/jobs/embeddings/run', projects, embeddingsOutcome),
    await step(api, 'History', '/kag/snapshots/refresh', projects, historyOutcome, days),
    await step(api, 'Similarity', '/kag/similarity/rebuild', projects, signaturesOutcome),
    await step(api, 'Recommendations', '/kag/v2/recommendations/refresh', projects, recommendationsOutcome),
  ];
  const stored = await withBar('Counting', projects, (project) => readStored(api, project));
  if (stored.every(({ chunks }) => chunks === 0)) throw new Error('nothing became searchable');
  const searches = await search(api, projects);
  const holdings = byUrgency(await withBar('Reading', projects, (project) => readHolding(api, project)));
  const healths = await withBar('Diagnosis', projects, (project) => readHealth(api, project));
  const busy = holdings.filter(({ recommendations, heldBack }) => recommendations.length + heldBack.length > 0);
  return [
    heading('What was done'),
    stepsTable(steps),
    heading('What is stored'),
    storedTable(stored),
    heading('What can be found'),
    searchesText(searches),
    heading('How the server is'),
    healthText(healths),
    heading('What is to be done'),
    ...busy.map(card),
    calm(holdings.filter((holding) => !busy.includes(holding))),
    heading('The portfolio'),
    portfolioTable(holdings),
  ].join('\n');
}

const heading = (text: string) => `\n${text.toUpperCase()}\n`;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** @throws Error when a connector did not do its part: a cycle by itself goes on without it */
function syncOutcome(results: readonly Result[]): string {
  const parts = results.flatMap((result) => {
    if (result['succeeded'] !== CONNECTORS.length) throw new Error(`a sync fell short: ${JSON.stringify(result)}`);
    return Object.values((result['connectors'] ?? {}) as Record<string, Result>);
  });
  const sum = (name: string) => total(parts, name);
  return `${sum('upserted')} rows, ${sum('events')} events, ${sum('chunks')} chunks in ${sum('requests')} requests`;
}

/** Syncs that made chunks had them embedded already: what is counted here is what was left. */
const embeddingsOutcome = (results: readonly Result[]) =>
  `${total(results, 'processed')} chunks more, ${total(results, 'remaining')} remaining, ${String(results[0]?.['model'])}`;

const historyOutcome = (results: readonly Result[]) =>
  `${total(results, 'snapshots')} days as they were at the time, ${total(results, 'outcomes')} times something had gone wrong`;

const signaturesOutcome = (results: readonly Result[]) =>
  `${total(results, 'refreshed')} projects made comparable by their last 14 days`;

const recommendationsOutcome = (results: readonly Result[]) =>
  `${total(results, 'created')} recommended, ${total(results, 'hidden')} of them hidden for want of evidence`;

const total = (results: readonly Result[], name: string): number =>
  results.reduce((sum, result) => sum + Number(result[name] ?? 0), 0);
