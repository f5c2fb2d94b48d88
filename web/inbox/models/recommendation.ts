import type { ListedRecommendation, Recommendation as Whole } from '../../client/published.js';
import { allOf } from '../../shared/all-of.js';

/** A recommendation as a list has it, as far as a change of it answers the same. */
export type Recommendation = Pick<ListedRecommendation, keyof ListedRecommendation & keyof Whole>;
export type Status = Recommendation['status'];

/** Whose kind of work it is. */
export type OwnerRole = Recommendation['owner_role'];

export const OWNER_ROLES = allOf<OwnerRole>({ pm: true, account_manager: true, finance_lead: true });

export const STATUSES = allOf<Status>({
  new: true,
  acknowledged: true,
  snoozed: true,
  done: true,
  dismissed: true,
  expired: true,
});
