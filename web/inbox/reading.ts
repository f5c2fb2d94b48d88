import type { Api } from '../client/api.js';
import { ApiProblem } from '../client/api-problem.js';
import type { AnswerOf } from '../client/published.js';
import type { Language } from '../shared/language.js';
import { localDay } from '../shared/local-day.js';
import type { Recommendation } from './models/recommendation.js';
import { queryOf, type View } from './models/view.js';

/** So many are shown at first, and more by the same number each. */
export const STEP = 50;
const MAX_AT_ONCE = 200;

type Inbox = Pick<AnswerOf<'listInbox'>, 'recommendations' | 'counts' | 'next_cursor'>;

/** The list, and the one that a link led to, where the list does not have it. */
export interface Reading extends Inbox {
  asked: Recommendation | null;
}

/**
 * The first recommendations of a view, `wanted` of them where there are as many.
 * @param linked the one that a link led to, which is shown under any filters; empty: none
 */
export async function readInbox(
  api: Api,
  view: View,
  linked: string,
  language: Language,
  wanted: number,
  signal: AbortSignal,
): Promise<Reading> {
  const query = queryOf(view, localDay(Date.now()));
  const recommendations: Inbox['recommendations'] = [];
  let page: Inbox | null = null;
  do {
    const limit = Math.min(MAX_AT_ONCE, wanted - recommendations.length);
    const cursor: string = page?.next_cursor ? `&cursor=${encodeURIComponent(page.next_cursor)}` : '';
    page = await api.get<'listInbox'>(`recommendations?locale=${language}&limit=${limit}&${query}${cursor}`, signal);
    recommendations.push(...page.recommendations);
  } while (page.next_cursor !== null && recommendations.length < wanted);
  const isListed = linked === '' || recommendations.some(({ id }) => id === linked);
  const asked = isListed ? null : await readOne(api, linked, language, signal);
  return { ...page, recommendations, asked };
}

/** One of them; null where it is gone or out of reach. */
async function readOne(api: Api, id: string, language: Language, signal: AbortSignal): Promise<Recommendation | null> {
  try {
    const path = `recommendations/${encodeURIComponent(id)}?locale=${language}`;
    return (await api.get<'getRecommendation'>(path, signal)).recommendation;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not_found') return null;
    throw error;
  }
}
