/** What can go wrong with a project, in the order of docs/contract/onsets.md. */
export const OUTCOME_TYPES = ['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'] as const;
export type OutcomeType = (typeof OUTCOME_TYPES)[number];
