import type { Api } from '../client/api.js';
import type { AnswerOf } from '../client/published.js';
import type { Language } from '../shared/language.js';
import { searchOf, type View } from './models/view.js';

export type Portfolio = AnswerOf<'getPortfolio'>;

/** So many are shown at first, and more by the same number each. */
export const STEP = 50;
const MAX_AT_ONCE = 200;

/** The first projects of a view, `wanted` of them where there are as many. */
export async function readPortfolio(
  api: Api,
  view: View,
  language: Language,
  wanted: number,
  signal: AbortSignal,
): Promise<Portfolio> {
  const search = searchOf(view);
  const projects: Portfolio['projects'] = [];
  let page: Portfolio | null = null;
  do {
    const limit = Math.min(MAX_AT_ONCE, wanted - projects.length);
    const cursor: string = page?.next_cursor ? `&cursor=${encodeURIComponent(page.next_cursor)}` : '';
    const query: string = `locale=${language}&limit=${limit}${search === '' ? '' : `&${search}`}${cursor}`;
    page = await api.get<'getPortfolio'>(`portfolio?${query}`, signal);
    projects.push(...page.projects);
  } while (page.next_cursor !== null && projects.length < wanted);
  return { ...page, projects };
}
