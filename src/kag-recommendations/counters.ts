import type { JobContext } from '../jobs/index.js';
import type { RefreshedRecommendations } from './recommendations.service.js';

/** What a run did with recommendations, in numbers. */
export type RecommendationCounters = Omit<RefreshedRecommendations, 'hidden'> & { hidden: number };

/** Counts what a refresh did in the run's project. What the evidence gate hides is said in one warning. */
export function countRecommendations(
  context: JobContext,
  refreshed: RefreshedRecommendations | undefined,
): RecommendationCounters {
  const { created = 0, updated = 0, reopened = 0, ended = 0, expired = 0, hidden = [] } = refreshed ?? {};
  if (hidden.length > 0)
    context.warn(
      hidden.length === 1
        ? '1 recommendation is hidden: its evidence is not enough'
        : `${hidden.length} recommendations are hidden: their evidence is not enough`,
      { hidden },
    );
  return { created, updated, reopened, ended, expired, hidden: hidden.length };
}
