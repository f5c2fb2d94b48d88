import type { RiskType } from '../../kag-forecast/index.js';

/** In the order in which they are shown: what answers a person first, what could be sold last. */
export const CATEGORIES = [
  'waiting_on_client',
  'answer_the_client',
  'scope_creep_change_request',
  'delivery_risk',
  'finance_risk',
  'unhappy_client',
  'upsell_opportunity',
  'winback',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const OWNER_ROLES = ['pm', 'finance_lead', 'account_manager'] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

/** What a category is about, and who does it until when. */
export interface CategoryRules {
  /** The risk that it averts; null: it averts none. */
  risk: RiskType | null;
  owner: OwnerRole;
  /** Working days that the owner has from its opening on. */
  due_days: number;
  /** While one of these is open or holds, this one stays back: it would ask for the same, or at the wrong time. */
  yields_to: readonly Category[];
}

const TROUBLE = [
  'waiting_on_client',
  'answer_the_client',
  'scope_creep_change_request',
  'delivery_risk',
  'finance_risk',
  'unhappy_client',
  'winback',
] as const;

/** What each category's rules are. */
export const RULES: Readonly<Record<Category, CategoryRules>> = {
  waiting_on_client: { risk: 'client_risk', owner: 'pm', due_days: 1, yields_to: ['winback'] },
  answer_the_client: { risk: 'client_risk', owner: 'pm', due_days: 1, yields_to: [] },
  scope_creep_change_request: { risk: 'scope_risk', owner: 'pm', due_days: 2, yields_to: [] },
  delivery_risk: { risk: 'delivery_risk', owner: 'pm', due_days: 1, yields_to: [] },
  finance_risk: { risk: 'finance_risk', owner: 'finance_lead', due_days: 3, yields_to: [] },
  unhappy_client: { risk: 'client_risk', owner: 'account_manager', due_days: 1, yields_to: ['winback'] },
  upsell_opportunity: { risk: null, owner: 'account_manager', due_days: 5, yields_to: TROUBLE },
  winback: { risk: 'client_risk', owner: 'account_manager', due_days: 2, yields_to: [] },
};

/** The risk that each category averts. */
export const RISK_OF_CATEGORY = Object.fromEntries(
  CATEGORIES.map((category) => [category, RULES[category].risk]),
) as Readonly<Record<Category, RiskType | null>>;
