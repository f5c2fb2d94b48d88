import type { RiskType } from '../../src/kag-forecast/domain/risks.js';

/** What a world is made by. */
export interface WorldParameters {
  name: string;
  seed: string;
  projects: number;
  days: number;
  /** How much a hidden cause moves what can be seen: 0 hides it. */
  shows: number;
  /** How much a hidden cause moves the hazard of trouble: 0 leaves trouble to chance. */
  drives: Readonly<Record<RiskType, number>>;
  /** Hazard of trouble on a working day of a project whose causes are at their mean. */
  hazards: Readonly<Record<RiskType, number>>;
  /** First day of the fortnight in which everybody is quiet. */
  quiet_from: number;
  /** Shares of projects with a confounder. */
  shares: {
    pause: number;
    end: number;
    angry_person: number;
    chatty: number;
    parked_blocker: number;
    late_costs: number;
  };
  /** Conversations that begin on a working day. */
  threads: number;
  /** Share of troubles that a person reports to the product. */
  reported: number;
}

const COMMON = {
  days: 180,
  quiet_from: 98,
  shares: { pause: 0.15, end: 0.2, angry_person: 0.15, chatty: 0.15, parked_blocker: 0.2, late_costs: 0.2 },
  threads: 1.1,
  reported: 0.4,
};

/** Causes show in what is written, planned and spent, and drive trouble. */
export const STRONG: Omit<WorldParameters, 'name' | 'seed' | 'projects'> = {
  ...COMMON,
  shows: 1,
  drives: { delivery_risk: 1.2, finance_risk: 1, client_risk: 1.2, scope_risk: 1.2 },
  hazards: { delivery_risk: 0.0045, finance_risk: 0.004, client_risk: 0.0035, scope_risk: 0.0045 },
};

/** Causes show less, and trouble is chance, but for what is planned and spent. */
export const WEAK: Omit<WorldParameters, 'name' | 'seed' | 'projects'> = {
  ...COMMON,
  shows: 0.6,
  drives: { delivery_risk: 0.5, finance_risk: 0.3, client_risk: 0, scope_risk: 0 },
  hazards: { delivery_risk: 0.008, finance_risk: 0.005, client_risk: 0.007, scope_risk: 0.008 },
};
