import type { ListedRecommendation, Recommendation as Whole } from '../../client/published.js';
import { allOf } from '../../shared/all-of.js';

/** A recommendation as a list has it, as far as a change of it answers the same. */
export type Recommendation = Pick<ListedRecommendation, keyof ListedRecommendation & keyof Whole>;
export type Status = Recommendation['status'];

export const STATUSES = allOf<Status>({
  new: true,
  acknowledged: true,
  snoozed: true,
  done: true,
  dismissed: true,
  expired: true,
});
