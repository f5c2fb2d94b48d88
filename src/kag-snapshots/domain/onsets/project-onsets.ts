import { SEVERITIES, conditionOf } from './conditions.js';
import type { DayMeasures } from '../day-measures.js';
import { OUTCOME_TYPES, type OutcomeType } from '../outcome-types.js';
import { ENDING_RISK } from '../outcomes.js';
import type { RiskReport } from '../risk-report.js';
import type { Onset, ReportedTrouble } from './onset.js';
import { onsetsOf } from './onsets.js';

/** All that a project's onsets are computed from. */
export interface ProjectPast {
  /** Consecutive days, oldest first. */
  days: readonly DayMeasures[];
  isWorking: (day: string) => boolean;
  /** Days on which deals came to a stage that ends them. */
  endings: readonly string[];
  reports: readonly Pick<RiskReport, 'risk_type' | 'reported_on' | 'resolution'>[];
  /** The day on which it was over; null: it goes on. */
  ended_on: string | null;
}

/** A project's onsets, risk by risk, each oldest first. */
export function projectOnsets(past: ProjectPast): (Onset & { risk_type: OutcomeType })[] {
  return OUTCOME_TYPES.flatMap((risk_type) => {
    const days = past.days.map((measures) => {
      const { holds, severity } = conditionOf(risk_type, measures);
      return { day: measures.day, working: past.isWorking(measures.day), holds, severity };
    });
    const onsets = onsetsOf(days, [...deals(risk_type, past), ...people(risk_type, past)], past.ended_on);
    return onsets.map((onset) => ({ ...onset, risk_type }));
  });
}

const deals = (risk: OutcomeType, { endings }: ProjectPast): ReportedTrouble[] =>
  risk === ENDING_RISK ? endings.map((day) => ({ day, source: 'deal', severity: SEVERITIES.serious })) : [];

const people = (risk: OutcomeType, { reports }: ProjectPast): ReportedTrouble[] =>
  reports
    .filter(({ risk_type, resolution }) => risk_type === risk && resolution === 'happened')
    .map(({ reported_on }) => ({ day: reported_on, source: 'person', severity: SEVERITIES.serious }));
