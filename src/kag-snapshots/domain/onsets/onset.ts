/** Where an onset is known from: a condition, the stage that a deal came to, or a person's word. */
export const ONSET_SOURCES = ['rule', 'deal', 'person'] as const;
export type OnsetSource = (typeof ONSET_SOURCES)[number];

/** A time in which a risk had come about. */
export interface Onset {
  /** The first day of it, `YYYY-MM-DD`. */
  began: string;
  /** The day from which on that was known: a condition has to hold for a second day. */
  known: string;
  /** The first day without it; null: it goes on. */
  ended: string | null;
  source: OnsetSource;
  /** 4 or 5 of 1 to 5. */
  severity: number;
}

/** A day of a project, and whether a risk's condition holds on it. */
export interface ConditionDay {
  day: string;
  /** Whether it is a working day of the project: others neither begin nor end anything. */
  working: boolean;
  holds: boolean;
  severity: number;
}

/** What deals and people report beside the condition. */
export interface ReportedTrouble {
  day: string;
  source: 'deal' | 'person';
  severity: number;
}
