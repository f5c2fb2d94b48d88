export const RISK_TYPES = ['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'] as const;
export type RiskType = (typeof RISK_TYPES)[number];

/** Something for each risk. */
export const byRisk = <T>(of: (risk: RiskType) => T): Record<RiskType, T> =>
  Object.fromEntries(RISK_TYPES.map((risk) => [risk, of(risk)])) as Record<RiskType, T>;
